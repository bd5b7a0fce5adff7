import { parseRows, type Result, type RowFault } from '@lapor/reference-data';
import { accepted, notFound, optionallyTyped, refused, requestKey, type Outcome } from '@lapor/request';
import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { enter, type UseCaseDependencies } from '../entry/index.ts';
import { decide } from './authority.ts';
import { changeCalendar, checkYear, type CalendarAnswer, type CalendarRefusal } from './change-calendar.ts';
import { changesBetween, type HolidayChange } from './changes.ts';
import { yearRow, type YearRow } from './holiday-row.ts';
import { readCalendar, type PresentCalendar } from './version-store.ts';

/** A year has some thirty days off; this is far more, and far less than a request may have. */
const LONGEST_FILE = 20_000;
const LONGEST_YEAR = 120;
const FILE = 'csv';

const schema = z
  .object({
    requestKey,
    year: z.int(),
    csv: z.string().min(1).max(LONGEST_FILE),
    decree: optionallyTyped(200),
    basedOn: z
      .string()
      .max(200)
      .nullish()
      .transform((version) => version ?? null),
    dryRun: z.boolean(),
  })
  .superRefine(({ decree, dryRun }, context) => {
    if (dryRun || (decree !== null && decree.length >= 3)) return;
    const message = 'Number of the decree, at least 3 characters.';
    context.addIssue({ code: 'custom', path: ['decree'], message, params: { code: 'REQUIRED' } });
  });

/** The days of the file as rows of the calendar, or each fault with its line. */
export function readYear(csv: string, year: number): Result<YearRow[]> {
  const read = parseRows(csv, FILE, { schema: yearRow, uniqueBy: 'date' });
  if (!read.ok) return read;
  const { rows, lines } = read.value;
  const faults = rows.flatMap(({ date }, index): RowFault[] => {
    if (date.startsWith(`${year}-`)) return [];
    const reason = `must be a day of ${year} (is "${date}")`;
    return [{ file: FILE, line: lines[index]!, field: 'date', reason }];
  });
  const whole = (reason: string) => faults.push({ file: FILE, line: 1, field: null, reason });
  if (rows.length === 0) whole('has no day');
  if (rows.length > LONGEST_YEAR) whole(`has more than ${LONGEST_YEAR} days`);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: rows };
}

/** What the file changes in its year. The decree is that of the days which change; others keep theirs. */
export function planYear(
  { rows }: Pick<PresentCalendar, 'rows'>,
  year: number,
  wanted: readonly YearRow[],
  decree: string,
): HolidayChange[] {
  const present = rows.filter(({ date }) => date.startsWith(`${year}-`));
  const decreed = wanted.map((row) => ({ ...row, source: decree }));
  return changesBetween(present, decreed, ['name', 'kind', 'status']);
}

/** What an import did, or would do. */
export interface ImportAnswer extends CalendarAnswer {
  /** Days of the file that are in the calendar already. */
  unchangedCount: number;
}

/**
 * Replaces the days off of a year by those of a CSV file (date, name, kind, status): all lines or none, as one version; with `dryRun`
 * it only says what would change. The national desk.
 * Refuses with STATE_CHANGED when `basedOn` is not the newest version any more, CALENDAR_UNCHANGED, NO_DECREED_YEAR, FILE_FAULTY (ask
 * `readYear` for the lines), faults of the input, or NOT_FOUND.
 */
export function importYear(
  dependencies: UseCaseDependencies,
  input: unknown,
  viewer: Viewer,
): Promise<Outcome<ImportAnswer, CalendarRefusal | 'FILE_FAULTY'>> {
  return enter(dependencies, viewer, { operation: 'importHolidays', schema, input }, async (scope) => {
    const { year, csv, decree, basedOn, dryRun } = scope.input;
    if (!decide(viewer, 'changeCalendar').allowed) return notFound();
    const fault = checkYear(year, scope.at, 'input.year');
    if (!fault.ok) return fault;
    const read = readYear(csv, year);
    if (!read.ok) return refused('FILE_FAULTY', 'Some lines of the file are wrong', 'csv');
    const plan = (present: PresentCalendar): Outcome<HolidayChange[], CalendarRefusal> =>
      basedOn !== null && basedOn !== present.version
        ? refused('STATE_CHANGED', 'Somebody changed the calendar meanwhile')
        : accepted(planYear(present, year, read.value, decree ?? ''));
    const answer = (version: string, changes: HolidayChange[]): ImportAnswer => {
      const named = changes.filter(({ after }) => after !== null).length;
      return { version, changes, unchangedCount: read.value.length - named };
    };
    if (dryRun) {
      const present = await readCalendar(scope.em);
      const planned = plan(present);
      return planned.ok ? accepted(answer(present.version ?? '', planned.value)) : planned;
    }
    const changed = await changeCalendar(scope, viewer, decree ?? '', plan);
    return changed.ok ? accepted(answer(changed.value.version, changed.value.changes)) : changed;
  });
}
