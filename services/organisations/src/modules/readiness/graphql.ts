import { DateTime, InvalidInput, LocalDate, NotFound } from '@lapor/subgraph';
import { Field, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { Organisation, OrganisationKind } from '../organisation/graphql-index.ts';
import { ChangeRefused } from '@lapor/request/graphql';
import {
  READINESS_ITEMS,
  type ReadinessFinding as Finding,
  type ReadinessItemKind as ItemKind,
} from './vocabulary.ts';

export const ReadinessItemKind = Object.fromEntries(READINESS_ITEMS.map((kind) => [kind, kind])) as {
  [Kind in ItemKind]: Kind;
};
registerEnumType(ReadinessItemKind, {
  name: 'ReadinessItemKind',
  description: 'What an organisation needs in order to take reports.',
  valuesConfig: {
    ACTIVE_ADMIN: { description: 'An agency admin who can sign in; a unit may rely on one above it.' },
    LIAISON_OFFICER: {
      description: 'A liaison officer who can sign in, in it and in every unit below it that takes reports.',
    },
    DECREE: {
      description:
        'SK: the decree that names the handling team; that of the organisation above holds for its units.',
    },
    PROCEDURE: { description: 'SOP: the written procedure for handling reports.' },
    FACILITIES: { description: 'Room, equipment and connection.' },
    STAFF_TRAINED: { description: 'The staff was trained.' },
  },
});

export const ReadinessFinding = {
  MET: 'MET',
  NO_ACCOUNT: 'NO_ACCOUNT',
  INVITED_NOT_ACCEPTED: 'INVITED_NOT_ACCEPTED',
  NO_SECOND_FACTOR: 'NO_SECOND_FACTOR',
  NO_OFFICER: 'NO_OFFICER',
  UNITS_WITHOUT_OFFICER: 'UNITS_WITHOUT_OFFICER',
  NOT_DECLARED: 'NOT_DECLARED',
  EXPIRED: 'EXPIRED',
} as const satisfies { [Name in Finding]: Name };
registerEnumType(ReadinessFinding, {
  name: 'ReadinessFinding',
  description: 'What was found of an item.',
  valuesConfig: {
    MET: { description: 'It is there.' },
    NO_ACCOUNT: { description: 'There is no admin, or the admin has no account.' },
    INVITED_NOT_ACCEPTED: { description: 'Somebody was invited and has not come yet.' },
    NO_SECOND_FACTOR: { description: 'Somebody has an account without a second factor.' },
    NO_OFFICER: { description: 'There is no liaison officer.' },
    UNITS_WITHOUT_OFFICER: { description: 'Units below it that take reports have no liaison officer.' },
    NOT_DECLARED: { description: 'Nothing was declared.' },
    EXPIRED: { description: 'What was declared has run out.' },
  },
});

@ObjectType({ description: 'What an organisation declared of an item.' })
export class ReadinessDeclaration {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Number of the decree or document.' })
  number!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Date of the decree or document.' })
  date!: string | null;

  @Field(() => String, { nullable: true, description: 'What else is to be said of it.' })
  note!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which it holds; null: without end.' })
  validUntil!: string | null;

  @Field(() => DateTime, { description: 'When it was declared.' })
  declaredAt!: Date;

  declaredById!: string | null;
}

@ObjectType({ description: 'One line of the checklist.' })
export class ReadinessItem {
  @Field(() => ReadinessItemKind, { description: 'Which.' })
  kind!: ItemKind;

  @Field(() => Boolean, { description: 'Whether it is there.' })
  isMet!: boolean;

  @Field(() => Boolean, { description: 'Whether the platform works it out; else it is declared.' })
  isComputed!: boolean;

  @Field(() => ReadinessFinding, { description: 'What was found; unless MET, what stands in the way.' })
  finding!: Finding;

  @Field(() => ReadinessDeclaration, {
    nullable: true,
    description: 'What was declared, by it or, for the decree, by an organisation above it.',
  })
  declaration!: ReadinessDeclaration | null;
}

@ObjectType({
  description: 'A visit by which an office of the Ombudsman helped an organisation (pendampingan).',
})
export class GuidanceVisit {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => LocalDate, { description: 'Day of the visit.' })
  visitedOn!: string;

  @Field(() => String, { description: 'What was talked about.' })
  topics!: string;

  @Field(() => String, { nullable: true, description: 'What was agreed.' })
  agreement!: string | null;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  recordedAt!: Date;

  officeId!: string;
  recordedById!: string;
}

@ObjectType({ description: 'How ready an organisation is to take reports.' })
export class Readiness {
  @Field(() => [ReadinessItem], { description: 'The checklist, always whole and in the order of the enum.' })
  items!: ReadinessItem[];

  @Field(() => Int, { description: 'How many items are there.' })
  metCount!: number;

  @Field(() => Int, { description: 'How many items the checklist has.' })
  totalCount!: number;

  @Field(() => Boolean, { description: 'Whether all of them are there.' })
  isComplete!: boolean;

  organisationId!: string;
}

const requestKey = 'A UUID made by the device: a repeated request changes nothing and gets the first answer.';

@InputType({ description: 'What an organisation declares of an item; replaces what was declared before.' })
export class DeclareReadinessInput {
  @Field(() => ID, { nullable: true, description: requestKey })
  requestKey?: string | null;

  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => ReadinessItemKind, { description: 'DECREE, PROCEDURE, FACILITIES or STAFF_TRAINED.' })
  kind!: ItemKind;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the decree or document; needed for DECREE.',
  })
  number?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Date of the decree or document; needed for DECREE.',
  })
  date?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What else is to be said; needed where there is no file.',
  })
  note?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which it holds.' })
  validUntil?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Files of this organisation, uploaded by tus at `/files/evidence/<its id>`, at most 5; those of the declaration before may be named again. One is needed for DECREE.',
  })
  evidenceIds?: string[] | null;
}

@InputType({ description: 'A declaration to be taken back.' })
export class WithdrawDeclarationInput {
  @Field(() => ID, { nullable: true, description: requestKey })
  requestKey?: string | null;

  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => ReadinessItemKind, { description: 'Of which item.' })
  kind!: ItemKind;

  @Field(() => String, { description: 'Why, 5 to 500 characters.' })
  reason!: string;
}

@InputType({ description: 'What stands in the way of an organisation.' })
export class NoteObstacleInput {
  @Field(() => ID, { nullable: true, description: requestKey })
  requestKey?: string | null;

  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => String, { nullable: true, description: 'In its own words; empty or null: nothing any more.' })
  obstacle?: string | null;
}

@InputType({ description: 'A visit by an office of the Ombudsman.' })
export class RecordGuidanceVisitInput {
  @Field(() => ID, { nullable: true, description: requestKey })
  requestKey?: string | null;

  @Field(() => ID, { description: 'The organisation that was visited.' })
  organisationId!: string;

  @Field(() => LocalDate, { description: 'Day of the visit, today or before.' })
  visitedOn!: string;

  @Field(() => String, { description: 'What was talked about.' })
  topics!: string;

  @Field(() => String, { nullable: true, description: 'What was agreed.' })
  agreement?: string | null;
}

@InputType({ description: 'Which organisations; all conditions must hold.' })
export class ReadinessFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'Only this organisation and what lies below it within the same government.',
  })
  withinId?: string | null;

  @Field(() => [OrganisationKind], { nullable: true, description: 'Only these kinds.' })
  kinds?: OrganisationKind[] | null;

  @Field(() => ID, { nullable: true, description: 'Only those in this province.' })
  provinceCode?: string | null;

  @Field(() => ReadinessItemKind, { nullable: true, description: 'Only those that lack this item.' })
  missing?: ItemKind | null;

  @Field(() => Boolean, {
    defaultValue: true,
    nullable: true,
    description: 'Only roots of governments and K/L; else also units that take reports.',
  })
  rootsOnly?: boolean | null;
}

@ObjectType({ description: 'The organisation after the change.' })
export class ReadinessChanged {
  @Field(() => Organisation, { description: 'As the viewer sees it now.' })
  organisation!: Organisation;
}

export const ChangeReadinessResult = createUnionType({
  name: 'ChangeReadinessResult',
  description: 'The organisation whose readiness was changed, or why nothing was changed.',
  types: () => [ReadinessChanged, InvalidInput, NotFound, ChangeRefused] as const,
});
