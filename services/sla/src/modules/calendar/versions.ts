import type { WorkingCalendar } from '@lapor/working-days';

/** A version of the calendar, immutable once imported. */
export interface CalendarVersion {
  /** Grows with each version. */
  id: number;
  calendar: WorkingCalendar;
  importedAt: Date;
}

/**
 * The calendar a clock is counted with: the one in force when it stopped, the newest while it runs.
 * So a change in the middle of a year moves open deadlines only, and the answer for a stopped clock stays what it was.
 * Before the first version the first one counts.
 * @param versions all versions, oldest first.
 */
export function calendarFor(versions: readonly CalendarVersion[], stoppedAt: Date | null): CalendarVersion {
  const version =
    stoppedAt === null
      ? versions.at(-1)
      : (versions.findLast(({ importedAt }) => importedAt <= stoppedAt) ?? versions[0]);
  if (!version) throw new Error('No calendar has been imported');
  return version;
}
