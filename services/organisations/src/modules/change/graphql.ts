import { Connection, DateTime, LocalDate } from '@lapor/subgraph';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import {
  CHANGE_KINDS,
  CHANGE_STATES,
  type ChangeKind as Kind,
  type ChangeState as State,
  type Fact,
} from './vocabulary.ts';

const OrganisationChangeKind = Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, kind])) as {
  [Name in Kind]: Name;
};
registerEnumType(OrganisationChangeKind, {
  name: 'OrganisationChangeKind',
  description: 'What happened to an organisation.',
  valuesConfig: {
    CREATED: { description: 'It was made. While scheduled: a unit is to be made below the organisation.' },
    RENAMED: { description: 'It got another name or acronym.' },
    MOVED: { description: 'It stands below another organisation.' },
    MERGED_INTO: { description: 'It went on in another organisation.' },
    ABSORBED: { description: 'Another organisation went on in it, with its units, posts and tasks.' },
    RETIRED: { description: 'It was dissolved.' },
    RESTORED: { description: 'It exists again.' },
    DETAILS_CHANGED: { description: 'Region, zone, contacts or the tasks it serves.' },
    HEAD_CHANGED: { description: 'Title, name or contact of its head.' },
    CALENDAR_CHANGED: { description: 'The closing days of a year.' },
    DIRECT_VERIFICATION_SET: { description: 'Whether it verifies the reports filed on its own page.' },
    IMPORTED: { description: 'Units below it were changed by a file.' },
  },
});

const ChangeState = Object.fromEntries(CHANGE_STATES.map((state) => [state, state])) as {
  [Name in State]: Name;
};
registerEnumType(ChangeState, {
  name: 'ChangeState',
  description: 'What became of a change.',
  valuesConfig: {
    APPLIED: { description: 'Done.' },
    SCHEDULED: { description: 'Waits for its day.' },
    CANCELLED: { description: 'Called off before its day.' },
    FAILED: { description: 'Could not be done any more when its day came.' },
  },
});

@ObjectType({ description: 'What was before and after, in one field.' })
export class ChangedFact implements Fact {
  @Field(() => String, {
    description: 'Field of the organisation, such as name, parentId, path, successorId, unitKeys, headEmail.',
  })
  field!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What was; null for nothing, and for contacts of the head, which no history keeps.',
  })
  before!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is; null for nothing, and for contacts of the head, which no history keeps.',
  })
  after!: string | null;
}

@ObjectType({ description: 'Something that happened to an organisation, or is to happen.' })
export class OrganisationChange {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => OrganisationChangeKind, { description: 'What it is.' })
  kind!: Kind;

  @Field(() => ChangeState, { description: 'What became of it.' })
  state!: State;

  @Field(() => LocalDate, { description: 'From when it holds by the decree.' })
  effectiveOn!: string;

  @Field(() => DateTime, { description: 'When it was entered.' })
  recordedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Why, in the words of who entered it.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the decree or regulation.' })
  decree!: string | null;

  @Field(() => [ChangedFact], { description: 'What was before and after.' })
  facts!: ChangedFact[];

  @Field(() => String, {
    nullable: true,
    description: 'Why it could not be done when its day came, as a code of `ChangeRefused`; else null.',
  })
  failure!: string | null;

  organisationId!: string;
  actorId!: string | null;
}

export const OrganisationChangeConnection = Connection('OrganisationChange', () => OrganisationChange);
export type OrganisationChangeConnection = InstanceType<typeof OrganisationChangeConnection>;
