import { Directive, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Connection, DateTime, LocalDate } from '@lapor/subgraph';
import { Organisation } from '../clock/index.ts';
import { OrganisationKind, ReportClass } from '../policy/graphql-index.ts';
import type { Dimension } from './question.ts';

@Directive('@key(fields: "code", resolvable: false)')
// Of the organisations service, whose words stand there.
@ObjectType()
export class Region {
  @Field(() => ID)
  code!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
// Of the reports service.
@ObjectType()
export class Category {
  @Field(() => ID)
  id!: string;
}

const enumOf = <Name extends string>(...names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [Key in Name]: Key };

// Described by the reports service.
export const ReportKind = enumOf('COMPLAINT', 'ASPIRATION', 'INFORMATION_REQUEST');
registerEnumType(ReportKind, { name: 'ReportKind' });
export const FigureDimension = enumOf<Dimension>(
  'TOTAL',
  'DAY',
  'MONTH',
  'YEAR',
  'GOVERNMENT',
  'UNIT',
  'REGION',
  'CATEGORY',
  'KIND',
  'CLASS',
  'CHANNEL',
);
registerEnumType(FigureDimension, {
  name: 'FigureDimension',
  description: 'By what reports are parted; one row each.',
  valuesConfig: {
    TOTAL: { description: 'Not at all: one row.' },
    DAY: { description: 'The day of submission, at Jakarta.' },
    MONTH: { description: 'The month of submission.' },
    YEAR: { description: 'The year of submission.' },
    GOVERNMENT: {
      description:
        'The government or K/L whose unit leads (or led last); reports that nobody handles yet are in none.',
    },
    UNIT: {
      description:
        'The units right below filter.organisationId, each with all below it. What the organisation itself leads is in none.',
    },
    REGION: {
      description:
        'The regions right below filter.regionCode: provinces without it, then regencies and cities, then districts.',
    },
    CATEGORY: { description: 'The categories right below filter.categoryId: main categories without it.' },
    KIND: { description: 'What the citizen picked.' },
    CLASS: { description: 'What the verifier set; an empty key stands for reports without a class yet.' },
    CHANNEL: { description: 'The door by which reports came in (a value of ReportChannel).' },
  },
});

export const FigureOrder = enumOf(
  'KEY',
  'RECEIVED',
  'FOLLOW_UP_RATE',
  'COMPLETION_RATE',
  'DAYS_TO_FOLLOW_UP',
);
registerEnumType(FigureOrder, {
  name: 'FigureOrder',
  description: 'How rows are ordered.',
  valuesConfig: {
    KEY: { description: 'By key: time goes forward.' },
    RECEIVED: {
      description: 'Most reports first. A load, never a ranking: few complaints are not good service.',
    },
    FOLLOW_UP_RATE: {
      description: 'Highest follow-up rate first; rows below 30 reports come last, without a rank.',
    },
    COMPLETION_RATE: {
      description: 'Highest completion rate first; rows below 30 reports come last, without a rank.',
    },
    DAYS_TO_FOLLOW_UP: {
      description:
        'Shortest median to the first follow-up first, open cases counted; rows below 30 reports come last, without a rank.',
    },
  },
});

@InputType({ description: 'Days, at Jakarta, both included.' })
export class FigurePeriodInput {
  @Field(() => LocalDate, { description: 'The first day.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The last day; one in the future means until now.' })
  to!: string;
}

@InputType({
  description:
    'Which reports are counted; all conditions hold at once. A government crosses with category, or with kind, class and channel; a region with category. Other crossings are refused with a hint.',
})
export class FigureFilterInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'Reports led in the subtree of this organisation; with category, kind, class or channel a root.',
  })
  organisationId?: string | null;

  @Field(() => OrganisationKind, {
    nullable: true,
    description: 'Only with by: GOVERNMENT: roots of this kind. One kind is never ranked against another.',
  })
  governmentKind?: keyof typeof OrganisationKind | null;

  @Field(() => ID, { nullable: true, description: 'Reports from this province, regency, city or district.' })
  regionCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'Reports of this category and those below it.' })
  categoryId?: string | null;

  @Field(() => ReportKind, { nullable: true, description: 'Reports of this kind.' })
  kind?: keyof typeof ReportKind | null;

  @Field(() => ReportClass, { nullable: true, description: 'Reports of this class.' })
  class?: keyof typeof ReportClass | null;

  @Field(() => String, { nullable: true, description: 'Reports by this channel: a value of ReportChannel.' })
  channel?: string | null;
}

@ObjectType({
  description:
    'How long something took: whole days from the day of submission, both at Jakarta, so the same day is 0. Null where no (or too few) reports stand behind it.',
})
export class DurationFigures {
  @Field(() => Int, { nullable: true, description: 'For how many reports it has happened.' })
  count!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'For how many it may still happen; null where the table does not know open reports.',
  })
  open!: number | null;

  @Field(() => Float, { nullable: true, description: 'Mean of those for which it has happened.' })
  meanDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'Within how many days half of them were through.' })
  medianDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'Within how many days nine in ten of them were through.' })
  ninetiethPercentileDays!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The median with open reports counted (Kaplan–Meier): who lets the hard ones lie does not look faster. Archived reports count until the day of the archive. Null while more than half are open, and in tables by category, kind, class or channel.',
  })
  medianDaysWithOpen!: number | null;
}

const COUNT = 'Of the reports received in the period, as they stand now.';

@ObjectType({
  description:
    'Figures of reports received in a period, as they stand now. No data is null, never 0 %. For outsiders (the public, analysts) confidential reports are not counted, numbers from 1 to 4 and what would tell them are null.',
})
export class Figures {
  @Field(() => Int, { nullable: true, description: 'Reports filed in the period.' })
  received!: number | null;

  @Field(() => Boolean, { description: 'Something is kept back because too few reports stand behind it.' })
  isSuppressed!: boolean;

  @Field(() => Int, { nullable: true, description: `Wait for verification. ${COUNT}` })
  submitted!: number | null;

  @Field(() => Int, { nullable: true, description: `Wait for data from the reporter. ${COUNT}` })
  postponed!: number | null;

  @Field(() => Int, { nullable: true, description: `With an agency, not followed up yet. ${COUNT}` })
  disposed!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Followed up by a plan or a result, not closed (in the figures of 2018 "masih dalam proses" meant the opposite). ${COUNT}`,
  })
  inProgress!: number | null;

  @Field(() => Int, { nullable: true, description: `Closed after a result. ${COUNT}` })
  completed!: number | null;

  @Field(() => Int, { nullable: true, description: `Not handled, with a reason. ${COUNT}` })
  archived!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      '(in progress + completed) ÷ received, in whole percent. 215 received, 77 completed, 12 in progress: 41.',
  })
  followUpRate!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: '(in progress + completed) ÷ (received − archived), in whole percent.',
  })
  followUpRateWithoutArchived!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'completed ÷ received, in whole percent. 215 received, 77 completed: 36.',
  })
  completionRate!: number | null;

  @Field(() => Int, { nullable: true, description: 'completed ÷ (received − archived), in whole percent.' })
  completionRateWithoutArchived!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Handed over to the head of an organisation that nobody staffs yet.',
  })
  handedOver!: number | null;

  @Field(() => Int, { nullable: true, description: 'Reports for which an obstacle was told.' })
  withObstacles!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Promised days (of plans and obstacles) that a result kept.',
  })
  promisesKept!: number | null;

  @Field(() => Int, { nullable: true, description: 'Promised days that passed without a result.' })
  promisesBroken!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'kept ÷ (kept + broken), in whole percent; promises not due yet are in neither.',
  })
  keptPromiseRate!: number | null;

  @Field(() => Int, { nullable: true, description: 'Reports that their reporters rated.' })
  rated!: number | null;

  @Field(() => Float, { nullable: true, description: 'Mean of the last ratings, 1 to 5.' })
  averageRating!: number | null;

  @Field(() => Int, { nullable: true, description: 'Ratings of 4 and 5 ÷ all ratings, in whole percent.' })
  satisfiedRate!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Reports whose result the reporter disputed ÷ reports in progress or completed, in whole percent.',
  })
  disputeRate!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Closed reports that were opened again ÷ received, in whole percent.',
  })
  reopenRate!: number | null;

  @Field(() => DurationFigures, { nullable: true, description: 'To the first plan or result of the lead.' })
  toFollowUp!: DurationFigures | null;

  @Field(() => DurationFigures, {
    nullable: true,
    description: 'To the completion, of reports that are completed now.',
  })
  toCompletion!: DurationFigures | null;
}

@ObjectType({ description: 'A row of a standard table.' })
export class FigureRow {
  @Field(() => String, {
    description: 'Id, code, or name of the group; the first day of a day, month or year; empty for a total.',
  })
  key!: string;

  @Field(() => Organisation, { nullable: true, description: 'By GOVERNMENT and UNIT.' })
  organisation!: Organisation | null;

  @Field(() => Region, { nullable: true, description: 'By REGION.' })
  region!: Region | null;

  @Field(() => Category, { nullable: true, description: 'By CATEGORY.' })
  category!: Category | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Place among the rows with at least 30 reports, in order of a rate or of days; equal values share one. Null otherwise, and for governments unless filter.governmentKind is given.',
  })
  rank!: number | null;

  @Field(() => Figures, { description: 'Of the period.' })
  figures!: Figures;

  @Field(() => Figures, {
    nullable: true,
    description: 'Of the period right before, equally long; null unless compare, and in series of time.',
  })
  previous!: Figures | null;
}

@ObjectType({ description: 'A page of a standard table.' })
export class FigureConnection extends Connection('FigureRow', () => FigureRow) {
  @Field(() => DateTime, { description: 'When it was counted.' })
  asOf!: Date;

  @Field(() => Boolean, { description: 'False for a while after a release, while reports are counted anew.' })
  isComplete!: boolean;

  @Field(() => Int, { description: 'Rows of the whole table.' })
  totalCount!: number;
}

@ObjectType({
  description: 'What happened in a day, month or year (at Jakarta), whenever the reports were filed.',
})
export class ActivityRow {
  @Field(() => LocalDate, { description: 'Its first day.' })
  from!: string;

  @Field(() => Int, { nullable: true, description: 'Reports filed.' })
  received!: number | null;

  @Field(() => Int, { nullable: true, description: 'Reports that got their first plan or result.' })
  followedUp!: number | null;

  @Field(() => Int, { nullable: true, description: 'Reports completed, and not reopened since.' })
  completed!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Reports handed over to the head of an organisation that nobody staffs yet.',
  })
  handedOver!: number | null;
}

@ObjectType({ description: 'Archived reports with one reason.' })
export class ArchiveReasonCount {
  @Field(() => String, { description: 'A value of ArchiveCode, or the kind of the change.' })
  reason!: string;

  @Field(() => Int, { nullable: true, description: 'Of the reports received in the period.' })
  count!: number | null;
}

@ObjectType({ description: 'Open and overdue reports as they stand now.' })
export class OpenFigures {
  @Field(() => String, { description: 'Id of the organisation; empty for a total.' })
  key!: string;

  @Field(() => Organisation, { nullable: true, description: 'By GOVERNMENT and UNIT.' })
  organisation!: Organisation | null;

  @Field(() => Int, { nullable: true, description: 'Reports neither completed nor archived.' })
  open!: number | null;

  @Field(() => Int, { nullable: true, description: 'Open for less than 7 days.' })
  openUpTo7Days!: number | null;

  @Field(() => Int, { nullable: true, description: 'Open for 7 to 29 days.' })
  openUpTo30Days!: number | null;

  @Field(() => Int, { nullable: true, description: 'Open for 30 to 59 days.' })
  openUpTo60Days!: number | null;

  @Field(() => Int, { nullable: true, description: 'Open for 60 days and more.' })
  openLonger!: number | null;

  @Field(() => Int, { nullable: true, description: 'Past the next deadline of the administration.' })
  overdue!: number | null;

  @Field(() => Int, { nullable: true, description: 'overdue ÷ open, in whole percent.' })
  overdueRate!: number | null;

  @Field(() => Int, { nullable: true, description: 'Overdue for less than 7 days.' })
  overdueUpTo7Days!: number | null;

  @Field(() => Int, { nullable: true, description: 'Overdue for 7 to 29 days.' })
  overdueUpTo30Days!: number | null;

  @Field(() => Int, { nullable: true, description: 'Overdue for 30 to 89 days.' })
  overdueUpTo90Days!: number | null;

  @Field(() => Int, { nullable: true, description: 'Overdue for 90 days and more.' })
  overdueLonger!: number | null;
}

@ObjectType({ description: 'A page of open and overdue reports.' })
export class OpenFiguresConnection extends Connection('OpenFigures', () => OpenFigures) {
  @Field(() => DateTime, { description: 'When it was counted.' })
  asOf!: Date;
}

@ObjectType({
  description:
    'How often one government or K/L gave reports back that another got next ("not our authority").',
})
export class HopFigures {
  @Field(() => Organisation, { description: 'Who gave the reports back.' })
  from!: Organisation;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Who got them next; the same for a return inside one government, null while nobody has.',
  })
  to!: Organisation | null;

  @Field(() => Int, { description: 'Returns; pairs below five are left out for outsiders.' })
  count!: number;
}

@ObjectType({ description: 'A page of returns between agencies.' })
export class HopFiguresConnection extends Connection('HopFigures', () => HopFigures) {}

@ObjectType({
  description:
    'A main category, or a regency or city, with more reports in a day than its usual number explains: at least 10, and more than the mean of the 28 days before plus three times its square root (what chance would exceed about once in a thousand days).',
})
export class BurstFigures {
  @Field(() => Category, { nullable: true, description: 'The main category.' })
  category!: Category | null;

  @Field(() => Region, { nullable: true, description: 'The regency or city.' })
  region!: Region | null;

  @Field(() => Int, { description: 'Reports of the day.' })
  count!: number;

  @Field(() => Float, { description: 'Mean of the 28 days before.' })
  usual!: number;
}
