import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A file that shows what was declared.' })
export class EvidenceFile {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Its name, with the ending of its true type.' })
  fileName!: string;

  @Field(() => String, { description: 'application/pdf or image/jpeg.' })
  mediaType!: string;

  @Field(() => Int, { description: 'Its size.' })
  sizeBytes!: number;

  @Field(() => String, {
    description: 'Where it can be opened for an hour or two, by those who may read this readiness.',
  })
  url!: string;
}
