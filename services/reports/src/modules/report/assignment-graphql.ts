import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '@lapor/subgraph';
import { AssignmentRoleEnum } from './enums.ts';
import { Organisation } from './references-graphql.ts';
import type { AssignmentRole } from './vocabulary.ts';

@ObjectType({ description: 'A unit that handles a report.' })
export class Assignment {
  @Field(() => Organisation, { description: 'The unit.' })
  organisation!: Organisation;

  @Field(() => AssignmentRoleEnum, { description: 'How it takes part.' })
  role!: AssignmentRole;

  @Field(() => DateTime, { description: 'Since when.' })
  assignedAt!: Date;

  @Field(() => Boolean, {
    description: 'Whether a stand-in answers, because nobody staffs the unit yet.',
  })
  isHandedOver!: boolean;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Who stands in while `isHandedOver`; null for the national desk.',
  })
  standIn!: Organisation | null;
}
