import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import type { StepKind } from '@lapor/events';
import { LocalDate } from '@lapor/subgraph';
import {
  ArchiveCodeEnum,
  ReportChannelEnum,
  ReportClassEnum,
  ReportKindEnum,
  ReportStateEnum,
  StepKindEnum,
} from '../report/graphql-index.ts';
import type { ArchiveCode, ReportChannel, ReportClass, ReportKind, ReportState } from '../report/index.ts';
import type { CountedEvent, CountedPart } from './list-counted.ts';

export const CountedEventEnum = { OBSTACLE: 'OBSTACLE', DISPUTED: 'DISPUTED', REOPENED: 'REOPENED' } as const;
registerEnumType(CountedEventEnum, {
  name: 'CountedEvent',
  description: 'Something that happened to a report and that figures count.',
  valuesConfig: {
    OBSTACLE: { description: 'An obstacle was told.' },
    DISPUTED: { description: 'The reporter disputed the result.' },
    REOPENED: { description: 'It was closed and opened again.' },
  },
});

export const CountedPartEnum = { CLASS: 'CLASS', CATEGORY: 'CATEGORY', REGION: 'REGION' } as const;
registerEnumType(CountedPartEnum, {
  name: 'CountedPart',
  description: 'What a report may be without, and figures count as a group of its own.',
  valuesConfig: {
    CLASS: { description: 'Not classified yet.' },
    CATEGORY: { description: 'No category.' },
    REGION: { description: 'Nobody said where it happened.' },
  },
});

@InputType({
  description: 'What a figure was made of, in the words of the figures; all given conditions hold.',
})
export class CountedReportFilter {
  @Field(() => LocalDate, { nullable: true, description: 'Filed on this day (Jakarta) or later.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Filed on this day (Jakarta) or before.' })
  until?: string | null;

  @Field(() => [ReportStateEnum], { nullable: true, description: 'Only these states.' })
  states?: ReportState[] | null;

  @Field(() => ReportKindEnum, { nullable: true, description: 'Only this kind.' })
  kind?: ReportKind | null;

  @Field(() => ReportClassEnum, { nullable: true, description: 'Only this class.' })
  class?: ReportClass | null;

  @Field(() => ReportChannelEnum, { nullable: true, description: 'Only by this channel.' })
  channel?: ReportChannel | null;

  @Field(() => ID, { nullable: true, description: 'This category and all below it.' })
  categoryId?: string | null;

  @Field(() => ID, { nullable: true, description: 'This region and all below it.' })
  regionCode?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Led, or led last, by this organisation or one below it.',
  })
  organisationId?: string | null;

  @Field(() => ArchiveCodeEnum, { nullable: true, description: 'Archived for this reason.' })
  archiveCode?: ArchiveCode | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: only open ones that are overdue: the next clock is a duty of the administration and its end has come.',
  })
  overdue?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Only open ones that have been overdue for so many times 24 hours or longer.',
  })
  overdueAtLeastDays?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Only open ones that have been overdue for less than so many times 24 hours.',
  })
  overdueLessThanDays?: number | null;

  @Field(() => [CountedPartEnum], { nullable: true, description: 'Only reports that have none of these.' })
  without?: CountedPart[] | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Completed now, and since this day (Jakarta) or later.',
  })
  completedFrom?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Completed now, and since this day (Jakarta) or before.',
  })
  completedUntil?: string | null;

  @Field(() => [Int], { nullable: true, description: 'Only with one of these ratings, 1 to 5.' })
  ratings?: number[] | null;

  @Field(() => CountedEventEnum, { nullable: true, description: 'Only those to which this happened.' })
  happened?: CountedEvent | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Given back ("not our authority") by this organisation or one below it.',
  })
  returnedById?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Given back on this day (Jakarta) or later.' })
  returnedFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Given back on this day (Jakarta) or before.' })
  returnedUntil?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only reports of which a step ended in time, or only those of which one ended late.',
  })
  stepOnTime?: boolean | null;

  @Field(() => StepKindEnum, { nullable: true, description: 'Of such a step.' })
  stepKind?: StepKind | null;

  @Field(() => LocalDate, { nullable: true, description: 'The step ended on this day (Jakarta) or later.' })
  stepFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The step ended on this day (Jakarta) or before.' })
  stepUntil?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The step was that of this organisation or one below it.',
  })
  stepOfId?: string | null;
}
