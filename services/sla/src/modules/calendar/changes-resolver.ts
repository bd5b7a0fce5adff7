import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { toUserError } from '@lapor/request/graphql';
import { decodeCursor, encodeCursor, pageOf } from '@lapor/subgraph';
import type { SlaContext } from '../../context.ts';
import { decide } from './authority.ts';
import type { HolidayChange as Change } from './changes.ts';
import {
  CalendarChanged,
  CalendarVersion,
  CalendarVersionConnection,
  ChangeCalendarResult,
  HolidayChange,
  HolidayFault,
  HolidayFileFaulty,
  HolidaysImported,
  ImportHolidaysInput,
  ImportHolidaysResult,
  RemoveHolidayInput,
  SaveHolidayInput,
} from './changes-graphql.ts';
import { Holiday } from './graphql.ts';
import type { HolidayRow } from './holiday-row.ts';
import { importYear, readYear } from './import-year.ts';
import { removeHoliday } from './remove-holiday.ts';
import { saveHoliday } from './save-holiday.ts';
import { listVersions } from './versions-page.ts';

const PAGE_AT_MOST = 100;

@Resolver()
export class CalendarChangesResolver {
  @Query(() => CalendarVersionConnection, {
    nullable: true,
    description: 'Versions of the calendar, newest first; for the national desk, null for others.',
  })
  async calendarVersions(
    @Arg('first', () => Int, { defaultValue: 10, description: `1 to ${PAGE_AT_MOST}.` }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
    @Arg('onlyFromFile', () => Boolean, {
      defaultValue: false,
      description: 'Only versions that came with the file of holidays, none that people entered.',
    })
    onlyFromFile: boolean,
    @Ctx() { database, viewer }: SlaContext,
  ): Promise<CalendarVersionConnection | null> {
    if (!decide(viewer, 'readVersions').allowed) return null;
    const size = Math.min(Math.max(first, 1), PAGE_AT_MOST);
    const before = decodeCursor(after)?.[0];
    const rows = await listVersions(
      database,
      typeof before === 'number' ? before : null,
      onlyFromFile,
      size + 1,
    );
    return pageOf(
      rows,
      size,
      ({ id }) => encodeCursor(id),
      (row) => Object.assign(new CalendarVersion(), row, { changes: row.changes.map(toChange) }),
    );
  }

  @Mutation(() => ChangeCalendarResult, {
    description:
      'Adds a day off or says otherwise what one is; a new version, with which running clocks are counted anew. The national desk.',
  })
  async saveHoliday(
    @Arg('input', () => SaveHolidayInput, { description: 'The day.' }) input: SaveHolidayInput,
    @Ctx() context: SlaContext,
  ): Promise<typeof ChangeCalendarResult> {
    return answer(context, await saveHoliday(context, input, context.viewer));
  }

  @Mutation(() => ChangeCalendarResult, {
    description:
      'Makes a day off a working day again; a new version, with which running clocks are counted anew. The national desk.',
  })
  async removeHoliday(
    @Arg('input', () => RemoveHolidayInput, { description: 'The day.' }) input: RemoveHolidayInput,
    @Ctx() context: SlaContext,
  ): Promise<typeof ChangeCalendarResult> {
    return answer(context, await removeHoliday(context, input, context.viewer));
  }

  @Mutation(() => ImportHolidaysResult, {
    description:
      'Replaces the days off of a year by those of a file, all lines or none, or says what it would do. The national desk.',
  })
  async importHolidays(
    @Arg('input', () => ImportHolidaysInput, { description: 'The file.' }) input: ImportHolidaysInput,
    @Ctx() context: SlaContext,
  ): Promise<typeof ImportHolidaysResult> {
    const outcome = await importYear(context, input, context.viewer);
    if (outcome.ok) {
      if (!input.dryRun) context.clocksChanged();
      const { version, changes, unchangedCount } = outcome.value;
      return Object.assign(new HolidaysImported(), {
        isDryRun: input.dryRun,
        calendarVersion: version,
        changes: changes.map(toChange),
        unchangedCount,
      });
    }
    const { code, message } = outcome.error;
    const read = code === 'FILE_FAULTY' ? readYear(input.csv, input.year) : null;
    if (!read || read.ok) return toUserError(outcome.error);
    const faults = read.faults.map(({ line, field, reason }) =>
      Object.assign(new HolidayFault(), { line, field, message: reason }),
    );
    return Object.assign(new HolidayFileFaulty(), { code, message, faults });
  }
}

function answer(
  { clocksChanged }: SlaContext,
  outcome: Awaited<ReturnType<typeof saveHoliday>>,
): typeof ChangeCalendarResult {
  if (!outcome.ok) return toUserError(outcome.error);
  clocksChanged();
  const { version, changes } = outcome.value;
  return Object.assign(new CalendarChanged(), { calendarVersion: version, changes: changes.map(toChange) });
}

const toChange = ({ date, before, after }: Change): HolidayChange =>
  Object.assign(new HolidayChange(), { date, before: toHoliday(before), after: toHoliday(after) });

const toHoliday = (row: HolidayRow | null): Holiday | null =>
  row && Object.assign(new Holiday(), { ...row, decree: row.source });
