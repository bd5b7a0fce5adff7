import { GraphQLError } from 'graphql';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { toUserError } from '@lapor/request/graphql';
import { LocalDate } from '@lapor/subgraph';
import type { SlaContext } from '../../context.ts';
import { decideCalendar } from '../calendar/index.ts';
import { lastRecalculation } from '../recalculation/index.ts';
import {
  ClocksMigrated,
  DeadlineEffect,
  MigrateRunningClocksInput,
  MigrateRunningClocksResult,
  Recalculation,
} from './graphql.ts';
import { toDeadlineEffect } from './mapper.ts';
import { migrateClocks } from './migrate-clocks.ts';
import { previewCalendar } from './preview-calendar.ts';

/** More than any year has. */
const DAYS_AT_MOST = 150;

@Resolver()
export class DeadlineChangeResolver {
  @Query(() => DeadlineEffect, {
    nullable: true,
    description:
      'What deadlines would be if days of the calendar were others; for the national desk, null for others. Writes nothing.',
  })
  async previewCalendarChange(
    @Arg('daysOff', () => [LocalDate], {
      description: `Days that would be off; with \`workingDays\` at most ${DAYS_AT_MOST}.`,
    })
    daysOff: string[],
    @Arg('workingDays', () => [LocalDate], { description: 'Days that would be off no more.' })
    workingDays: string[],
    @Ctx() { database, readRules, viewer, now }: SlaContext,
  ): Promise<DeadlineEffect | null> {
    if (!decideCalendar(viewer, 'readVersions').allowed) return null;
    if (daysOff.length + workingDays.length > DAYS_AT_MOST)
      throw new GraphQLError(`At most ${DAYS_AT_MOST} days`, { extensions: { code: 'BAD_USER_INPUT' } });
    return toDeadlineEffect(
      await previewCalendar(database, await readRules(), { daysOff, workingDays }, now),
    );
  }

  @Query(() => Recalculation, {
    nullable: true,
    description:
      'How far running clocks have been counted anew after the last change of calendar or policy; for the national desk, null for others.',
  })
  async recalculation(@Ctx() { database, viewer }: SlaContext): Promise<Recalculation | null> {
    if (!decideCalendar(viewer, 'readVersions').allowed) return null;
    const last = await lastRecalculation(database);
    return (
      last &&
      Object.assign(new Recalculation(), {
        ...last,
        state: last.finishedAt === null ? 'RUNNING' : 'FINISHED',
      })
    );
  }

  @Mutation(() => MigrateRunningClocksResult, {
    description:
      'Moves running clocks of some kinds to a policy in force, or says what would move. The national desk.',
  })
  async migrateRunningClocks(
    @Arg('input', () => MigrateRunningClocksInput, { description: 'Which clocks, and where to.' })
    input: MigrateRunningClocksInput,
    @Ctx() context: SlaContext,
  ): Promise<typeof MigrateRunningClocksResult> {
    const outcome = await migrateClocks(context, input, context.viewer);
    if (!outcome.ok) return toUserError(outcome.error);
    if (!input.dryRun) context.clocksChanged();
    const { moves } = outcome.value;
    return Object.assign(new ClocksMigrated(), {
      isDryRun: input.dryRun,
      effect: moves && toDeadlineEffect(moves),
    });
  }
}
