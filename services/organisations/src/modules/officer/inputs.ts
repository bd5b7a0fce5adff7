import { LocalDate } from '@lapor/subgraph';
import type { PostRole as Role } from '@lapor/viewer';
import { Field, ID, InputType } from 'type-graphql';
import { PostRole } from './graphql.ts';

const requestKey = 'A UUID made by the device: a repeated request changes nothing and gets the first answer.';

@InputType({ description: 'Who is to get a post, and which.' })
export class InviteOfficerInput {
  @Field(() => ID, { nullable: true, description: requestKey })
  requestKey?: string | null;

  @Field(() => String, {
    description: 'Name of the person, 2 to 120 characters; passed over when the address is known.',
  })
  name!: string;

  @Field(() => String, {
    description: 'Work address; that of a known officer gives this officer a further post.',
  })
  email!: string;

  @Field(() => ID, { description: 'Where the post is held.' })
  organisationId!: string;

  @Field(() => PostRole, { description: 'The role there.' })
  role!: Role;

  @Field(() => LocalDate, { nullable: true, description: 'Last day of the post; without it no end is set.' })
  until?: string | null;
}

@InputType({ description: 'One officer.' })
export class OfficerInput {
  @Field(() => ID, { nullable: true, description: requestKey })
  requestKey?: string | null;

  @Field(() => ID, { description: 'The officer.' })
  officerId!: string;
}

@InputType({ description: 'An officer and the new name.' })
export class RenameOfficerInput {
  @Field(() => ID, { nullable: true, description: requestKey })
  requestKey?: string | null;

  @Field(() => ID, { description: 'The officer.' })
  officerId!: string;

  @Field(() => String, { description: 'The new name, 2 to 120 characters.' })
  name!: string;
}

@InputType({ description: 'An officer and the new work address.' })
export class ChangeOfficerEmailInput {
  @Field(() => ID, { nullable: true, description: requestKey })
  requestKey?: string | null;

  @Field(() => ID, { description: 'The officer.' })
  officerId!: string;

  @Field(() => String, { description: 'The new work address, of nobody else.' })
  email!: string;
}

@InputType({ description: 'A post for a known officer.' })
export class GrantPostInput {
  @Field(() => ID, { nullable: true, description: requestKey })
  requestKey?: string | null;

  @Field(() => ID, { description: 'The officer.' })
  officerId!: string;

  @Field(() => ID, { description: 'Where the post is held.' })
  organisationId!: string;

  @Field(() => PostRole, { description: 'The role there.' })
  role!: Role;

  @Field(() => LocalDate, { nullable: true, description: 'First day; without it from now on.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day; without it no end is set.' })
  until?: string | null;
}

@InputType({ description: 'A post to be ended.' })
export class EndPostInput {
  @Field(() => ID, { nullable: true, description: requestKey })
  requestKey?: string | null;

  @Field(() => ID, { description: 'The post.' })
  postId!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day; without it the post ends now.' })
  on?: string | null;
}

@InputType({ description: 'An officer to be suspended, and why.' })
export class SuspendOfficerInput {
  @Field(() => ID, { nullable: true, description: requestKey })
  requestKey?: string | null;

  @Field(() => ID, { description: 'The officer.' })
  officerId!: string;

  @Field(() => String, { description: 'Why, 5 to 500 characters; read by those who manage the officer.' })
  reason!: string;
}
