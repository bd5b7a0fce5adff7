import DataLoader from 'dataloader';
import type { Database } from '@lapor/database';
import type { WorkingCalendar } from '@lapor/working-days';
import type { Calendars, ClosingDays } from '../calendar/index.ts';
import type { DerivedClock } from './clock-kinds.ts';
import { findReportClocks, type ReportClocks } from './repository.ts';

/** Clocks by report id, with the calendars they were counted with; `null` while no event of the report has come. */
export type ClockLoader = DataLoader<
  string,
  { report: ReportClocks; calendarOf: (clock: DerivedClock) => WorkingCalendar } | null
>;

/**
 * One statement for all reports of a request's page; one more when a calendar is new to this process, and one where closing days of
 * a government count.
 */
export function createClockLoader(
  database: Database,
  calendars: Calendars,
  closingDays: ClosingDays,
): ClockLoader {
  return new DataLoader(async (reportIds) => {
    const found = await findReportClocks(database, reportIds);
    const clocks = found.flatMap((report) => report.clocks);
    const known = await calendars.get(clocks.map(({ calendarId }) => calendarId));
    const isRegional = clocks.some(({ closingDaysId }) => closingDaysId !== null);
    const book = isRegional ? await closingDays.current() : null;
    const calendarOf = ({ calendarId, governmentId, closingDaysId }: DerivedClock) => {
      const national = known.get(calendarId)!;
      return book ? book.calendarOf(national, governmentId, closingDaysId) : national.calendar;
    };
    const byId = new Map(found.map((report) => [report.reportId, report]));
    return reportIds.map((id) => {
      const report = byId.get(id);
      return report ? { report, calendarOf } : null;
    });
  });
}
