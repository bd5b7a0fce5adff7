import { LocalDate } from '@lapor/subgraph';
import type { PostRole as Role } from '@lapor/viewer';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { PostRole } from '../officer/graphql-index.ts';

@ObjectType({ description: 'Somebody stands in for an officer at one post, from a day to another.' })
export class Delegation {
  @Field(() => ID, { description: 'Id, for ending it.' })
  id!: string;

  @Field(() => PostRole, { description: 'The role that is delegated.' })
  role!: Role;

  @Field(() => LocalDate, { description: 'First day.' })
  from!: string;

  @Field(() => LocalDate, { description: 'Last day.' })
  until!: string;

  @Field(() => Boolean, { description: 'Whether the substitute acts now.' })
  isRunning!: boolean;

  organisationId!: string;
  officerId!: string;
  substituteId!: string;
}

@InputType({ description: 'Who stands in for whom, and when.' })
export class DelegatePostInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated request changes nothing and gets the first answer.',
  })
  requestKey?: string | null;

  @Field(() => ID, { description: 'The post that is delegated.' })
  postId!: string;

  @Field(() => ID, { description: 'An officer of the same government who can sign in.' })
  substituteId!: string;

  @Field(() => LocalDate, { description: 'First day.' })
  from!: string;

  @Field(() => LocalDate, { description: 'Last day, at most 90 days in all.' })
  until!: string;
}

@InputType({ description: 'A delegation to be ended now.' })
export class EndDelegationInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated request changes nothing and gets the first answer.',
  })
  requestKey?: string | null;

  @Field(() => ID, { description: 'The delegation.' })
  delegationId!: string;
}
