import { localDateAt } from '@lapor/working-days';
import { accepted, invalid, notFound, refused, type CommonRefusalCode, type Outcome } from '@lapor/request';
import type { Viewer } from '@lapor/viewer';
import type { EntryScope } from '../entry/index.ts';
import { NATIONAL_TIME_ZONE } from '../policy/index.ts';
import { startRecalculation } from '../recalculation/index.ts';
import { decide } from './authority.ts';
import type { HolidayChange } from './changes.ts';
import type { HolidayRow } from './holiday-row.ts';
import { addVersion, lockCalendar, type PresentCalendar } from './version-store.ts';

/** Why a change of the calendar was refused. */
export type CalendarRefusal =
  CommonRefusalCode | 'CALENDAR_UNCHANGED' | 'HOLIDAY_UNKNOWN' | 'STATE_CHANGED' | 'NO_DECREED_YEAR';

/** What a change of the calendar did. Survives JSON. */
export interface CalendarAnswer {
  version: string;
  changes: HolidayChange[];
}

/**
 * Makes a version of the calendar of what somebody entered, and has running clocks counted anew. `plan` says what changes, under the lock.
 */
export async function changeCalendar(
  { em, at, write }: Pick<EntryScope<unknown>, 'em' | 'at' | 'write'>,
  viewer: Viewer,
  decree: string,
  plan: (present: PresentCalendar) => Outcome<HolidayChange[], CalendarRefusal>,
): Promise<Outcome<CalendarAnswer, CalendarRefusal>> {
  if (!decide(viewer, 'changeCalendar').allowed) return notFound();
  const present = await lockCalendar(em);
  const planned = plan(present);
  if (!planned.ok) return planned;
  const changes = planned.value;
  if (changes.length === 0) return refused('CALENDAR_UNCHANGED', 'The calendar says so already');
  const added = await addVersion(em, present, { changes, decree, contentHash: null }, at, write);
  if (!added) return refused('NO_DECREED_YEAR', 'No year would have its decree any more');
  await startRecalculation(em, 'CALENDAR', at);
  return accepted({ version: added.version, changes });
}

/** Years before the last one are settled, and nobody knows the days off of a far future. */
export function checkYear(year: number, at: Date, path: string): Outcome<null> {
  const present = Number(localDateAt(at, NATIONAL_TIME_ZONE).slice(0, 4));
  if (year >= present - 1 && year <= present + 5) return accepted(null);
  const message = `Must be in the years ${present - 1} to ${present + 5}.`;
  return invalid({ path, code: 'INVALID', message });
}

/** A day as it is now; `null` when it is not off. */
export const findDay = ({ rows }: PresentCalendar, date: string): HolidayRow | null =>
  rows.find((row) => row.date === date) ?? null;
