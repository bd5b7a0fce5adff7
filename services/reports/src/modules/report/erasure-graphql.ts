import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '@lapor/subgraph';

@ObjectType({
  description:
    'The wish of a reporter to be erased, as long as it waits: somebody whose report runs still has to be reached.',
})
export class ErasureRequest {
  @Field(() => DateTime, { description: 'Since when it waits.' })
  requestedAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'After this moment the reporter is erased, unless the report runs again by then; null while it has not ended.',
  })
  erasesAfter!: Date | null;
}
