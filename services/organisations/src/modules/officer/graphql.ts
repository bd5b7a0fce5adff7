import { POST_ROLES, type PostRole as Role } from '@lapor/viewer';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { Organisation } from '../organisation/index.ts';

const PostRole = Object.fromEntries(POST_ROLES.map((role) => [role, role])) as {
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
    OMBUDSMAN: { description: 'Oversees escalated reports.' },
    KSP_MONITOR: { description: 'Presidential Staff Office: priorities and statistics.' },
    ANALYST: { description: 'Queries aggregates and published rows.' },
  },
});

@ObjectType({ description: 'A role at an organisation, in force.' })
export class Post {
  @Field(() => PostRole, { description: 'The role.' })
  role!: Role;

  organisationId!: string;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Somebody who works with the platform for an organisation.' })
export class Officer {
  @Field(() => ID, { description: 'Id of the account.' })
  id!: string;

  ownName!: string;
}

@ObjectType({ description: 'The highest official of an organisation.' })
export class OrganisationHead {
  @Field(() => String, {
    description: 'Title of the office in Indonesian: Menteri, Gubernur, Bupati, Wali Kota, Kepala Dinas …',
  })
  title!: string;

  organisation!: Organisation;
}
