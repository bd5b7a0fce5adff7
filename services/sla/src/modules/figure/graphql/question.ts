import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { LocalDate } from '@lapor/subgraph';
import { OrganisationKind, ReportClass } from '../../policy/graphql-index.ts';
import type { Dimension } from '../question.ts';

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
  'ON_TIME_RATE',
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
    ON_TIME_RATE: {
      description:
        'Highest share of steps that ended in time first; rows below 30 reports or 30 steps come last, without a rank. Only where steps are counted.',
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
