import { DateTime, InvalidInput, LocalDate, NotFound } from '@lapor/subgraph';
import { ChangeRefused, RequestInput } from '@lapor/request/graphql';
import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ClockKind, Organisation, Report } from '../clock/graphql-index.ts';
import type { ClockKind as ClockKindName } from '../clock/index.ts';

@ObjectType({ description: 'How many deadlines of one kind a change would move.' })
export class MovedClocks {
  @Field(() => ClockKind, { description: 'What they measure.' })
  kind!: ClockKindName;

  @Field(() => Int, { description: 'How many.' })
  movedCount!: number;
}

@ObjectType({ description: 'A deadline that a change would move.' })
export class MovedDeadline {
  @Field(() => Report, { description: 'The report.' })
  report!: Report;

  @Field(() => ClockKind, { description: 'What it measures.' })
  kind!: ClockKindName;

  @Field(() => Organisation, { nullable: true, description: 'Who has to act; null for the national desk.' })
  organisation!: Organisation | null;

  @Field(() => LocalDate, { description: 'The last day as it is.' })
  dueOnBefore!: string;

  @Field(() => LocalDate, { description: 'The last day as it would be.' })
  dueOnAfter!: string;
}

@ObjectType({ description: 'What a change would do to deadlines that run. Nothing was written.' })
export class DeadlineEffect {
  @Field(() => Int, { description: 'How many deadlines would move, of those that were counted.' })
  movedCount!: number;

  @Field(() => Int, { description: 'Of them: due later than now.' })
  laterCount!: number;

  @Field(() => Int, { description: 'Of them: due earlier than now.' })
  earlierCount!: number;

  @Field(() => Int, { description: 'Of them: not late now, but late at once.' })
  lateCount!: number;

  @Field(() => Int, { description: 'Running clocks that the change may touch.' })
  candidateCount!: number;

  @Field(() => Int, { description: 'How many of them were counted with and without the change.' })
  examinedCount!: number;

  @Field(() => Boolean, { description: 'All of them were: the numbers are exact, not only a lower bound.' })
  isComplete!: boolean;

  @Field(() => LocalDate, { nullable: true, description: 'Earliest of the moved deadlines as it would be.' })
  earliestDueOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Latest of the moved deadlines as it would be.' })
  latestDueOn!: string | null;

  @Field(() => [MovedClocks], { description: 'By kind of clock, the most first.' })
  byKind!: MovedClocks[];

  @Field(() => [MovedDeadline], { description: 'Up to twenty of them, by what is due first.' })
  examples!: MovedDeadline[];
}

export const RecalculationState = { RUNNING: 'RUNNING', FINISHED: 'FINISHED' } as const;
registerEnumType(RecalculationState, {
  name: 'RecalculationState',
  description: 'How far running clocks have been counted anew.',
  valuesConfig: {
    RUNNING: { description: 'Some are still to be counted.' },
    FINISHED: { description: 'All are.' },
  },
});

export const RecalculationCause = { CALENDAR: 'CALENDAR', POLICY: 'POLICY' } as const;
registerEnumType(RecalculationCause, {
  name: 'RecalculationCause',
  description: 'Why running clocks are counted anew.',
  valuesConfig: {
    CALENDAR: { description: 'The calendar has a new version.' },
    POLICY: { description: 'Clocks were moved to another policy.' },
  },
});

@ObjectType({ description: 'How far running clocks have been counted anew after a change.' })
export class Recalculation {
  @Field(() => RecalculationState, { description: 'Whether it is done.' })
  state!: keyof typeof RecalculationState;

  @Field(() => RecalculationCause, { description: 'What changed.' })
  cause!: keyof typeof RecalculationCause;

  @Field(() => Int, { description: 'Reports with running clocks when the change was made.' })
  total!: number;

  @Field(() => Int, { description: 'Reports whose clocks were counted anew by the job.' })
  done!: number;

  @Field(() => DateTime, { description: 'When the change was made.' })
  startedAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the last one was counted; null while it lasts.',
  })
  finishedAt!: Date | null;
}

@InputType({ description: 'Running clocks that are to keep to another policy.' })
export class MigrateRunningClocksInput extends RequestInput {
  @Field(() => String, { description: 'Version of a policy that is in force.' })
  policyVersion!: string;

  @Field(() => [ClockKind], { description: 'Which clocks; each is counted anew from its old start.' })
  kinds!: ClockKindName[];

  @Field(() => String, {
    nullable: true,
    description: 'Why, for the log: 5 to 500 characters; needed unless it is a dry run.',
  })
  reason?: string | null;

  @Field(() => Boolean, { description: 'Only say what would move; nothing is written.' })
  dryRun!: boolean;
}

@ObjectType({ description: 'Running clocks go over to a policy, or would.' })
export class ClocksMigrated {
  @Field(() => Boolean, { description: 'Nothing was written.' })
  isDryRun!: boolean;

  @Field(() => DeadlineEffect, { nullable: true, description: 'What would move; null when it was done.' })
  effect!: DeadlineEffect | null;
}

export const MigrateRunningClocksResult = createUnionType({
  name: 'MigrateRunningClocksResult',
  description: 'What was or would be moved, or why nothing was.',
  types: () => [ClocksMigrated, InvalidInput, NotFound, ChangeRefused] as const,
});
