import { DateTime, LocalDate } from '@lapor/subgraph';
import type { PostRole as Role } from '@lapor/viewer';
import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Officer, PostRole } from '../officer/graphql-index.ts';
import { Organisation } from '../organisation/graphql-index.ts';

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

// In the words of `reports`, which owns it: other words for one thing would be a hint of the composition.
@Directive('@key(fields: "id at officer { id } organisation { id }")')
@ObjectType({ description: 'An entry of the append-only history of a report.' })
export class HistoryEntry {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => DateTime, { description: 'When; for a timed event when it was due.' })
  at!: Date;

  @Field(() => Officer, {
    nullable: true,
    description: 'The officer; null for others and for viewers who may not know.',
  })
  officer!: Pick<Officer, 'id'> | null;

  @Field(() => Organisation, { nullable: true, description: 'Organisation for which the actor acted.' })
  organisation!: Pick<Organisation, 'id'> | null;
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
