import { POST_ROLES, type PostRole as Role } from '@lapor/viewer';
import { Connection, DateTime, InvalidInput, LocalDate, NotFound } from '@lapor/subgraph';
import { Directive, Field, ID, InputType, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { ChangeRefused } from '@lapor/request/graphql';

export const PostRole = Object.fromEntries(POST_ROLES.map((role) => [role, role])) as {
  [Name in Role]: Name;
};
registerEnumType(PostRole, {
  name: 'PostRole',
  description: 'What an officer is at an organisation.',
  valuesConfig: {
    NATIONAL_ADMIN: { description: 'Operator of the national desk, at KemenPANRB or KSP.' },
    AGENCY_ADMIN: { description: 'Admin instansi: runs the platform for an agency and its units.' },
    AGENCY_HEAD: { description: 'Pimpinan: the highest official.' },
    LIAISON_OFFICER: { description: 'Pejabat penghubung: answers the reports of a unit.' },
    FIELD_OFFICER: { description: 'Pelaksana: works on the spot, never sees the narrative.' },
    OMBUDSMAN: { description: 'Oversees escalated reports, for the whole country or a region.' },
    KSP_MONITOR: { description: 'Presidential Staff Office: priorities and statistics.' },
    ANALYST: { description: 'Queries aggregates and published rows.' },
  },
});

export const AccountState = {
  NONE: 'NONE',
  INVITED: 'INVITED',
  INVITATION_EXPIRED: 'INVITATION_EXPIRED',
  ACTIVE: 'ACTIVE',
  SUSPENDED: 'SUSPENDED',
} as const;
export type AccountState = keyof typeof AccountState;
registerEnumType(AccountState, {
  name: 'AccountState',
  description: 'How far an officer has come to being able to sign in.',
  valuesConfig: {
    NONE: { description: 'There is no account and no invitation.' },
    INVITED: { description: 'A link was sent and can still be used.' },
    INVITATION_EXPIRED: { description: 'A link was sent and nobody used it in time.' },
    ACTIVE: { description: 'The account exists; whether it has a second factor is told beside.' },
    SUSPENDED: { description: 'Authority is taken away until somebody reinstates the officer.' },
  },
});

@ObjectType({ description: 'A role at an organisation.' })
export class Post {
  @Field(() => ID, { description: 'Id of the post, for ending and delegating it.' })
  id!: string;

  @Field(() => PostRole, { description: 'The role.' })
  role!: Role;

  @Field(() => LocalDate, { description: 'First day.' })
  from!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day; null while no end is set.' })
  until!: string | null;

  officerId!: string;
  organisationId!: string;
  onBehalfOfId!: string | null;
}

@ObjectType({
  description: 'A link that was sent to an officer, with which the account is made or made anew.',
})
export class Invitation {
  @Field(() => DateTime, { description: 'When it was sent.' })
  sentAt!: Date;

  @Field(() => DateTime, { description: 'Until when the link can be used.' })
  expiresAt!: Date;

  @Field(() => Boolean, { description: 'Whether that time is over.' })
  isExpired!: boolean;

  sentById!: string | null;
}

@ObjectType({ description: 'Why and since when an officer has no authority.' })
export class Suspension {
  @Field(() => DateTime, { description: 'Since when.' })
  at!: Date;

  @Field(() => String, { description: 'The reason as it was given.' })
  reason!: string;

  suspendedById!: string | null;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Somebody who works with the platform for an organisation.' })
export class Officer {
  @Field(() => ID, { description: 'Id of the account.' })
  id!: string;

  ownName!: string;
  ownEmail!: string | null;
  state!: AccountState;
  isEnrolled!: boolean;
  signedInOn!: string | null;
  openInvitation!: Invitation | null;
  ownSuspension!: Suspension | null;
}

export const OfficerConnection = Connection('Officer', () => Officer);
export type OfficerConnection = InstanceType<typeof OfficerConnection>;

@InputType({ description: 'Which officers; all conditions must hold.' })
export class OfficerFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'Only those with a post at this organisation or below it within the same government.',
  })
  withinId?: string | null;

  @Field(() => [PostRole], { nullable: true, description: 'Only those with a post of one of these roles.' })
  roles?: Role[] | null;

  @Field(() => [AccountState], { nullable: true, description: 'Only these states of the account.' })
  states?: AccountState[] | null;

  @Field(() => String, { nullable: true, description: 'Parts of the name or of the mail address.' })
  search?: string | null;
}

@ObjectType({ description: 'The officer after the change.' })
export class OfficerChanged {
  @Field(() => Officer, { description: 'As the viewer sees it now.' })
  officer!: Officer;
}

export const ChangeOfficerResult = createUnionType({
  name: 'ChangeOfficerResult',
  description: 'The changed officer, or why nothing was changed.',
  types: () => [OfficerChanged, InvalidInput, NotFound, ChangeRefused] as const,
});
