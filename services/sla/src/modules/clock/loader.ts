import DataLoader from 'dataloader';
import type { Database } from '@lapor/database';
import type { Calendars, CalendarVersion } from '../calendar/index.ts';
import { findReportClocks, type ReportClocks } from './repository.ts';

/** Clocks by report id, with the calendars they were counted with; `null` while no event of the report has come. */
export type ClockLoader = DataLoader<
  string,
  { report: ReportClocks; calendars: ReadonlyMap<number, CalendarVersion> } | null
>;

/** One statement for all reports of a request's page; one more when a calendar is new to this process. */
export function createClockLoader(database: Database, calendars: Calendars): ClockLoader {
  return new DataLoader(async (reportIds) => {
    const found = await findReportClocks(database, reportIds);
    const known = await calendars.get(
      found.flatMap(({ clocks }) => clocks.map(({ calendarId }) => calendarId)),
    );
    const byId = new Map(found.map((report) => [report.reportId, report]));
    return reportIds.map((id) => {
      const report = byId.get(id);
      return report ? { report, calendars: known } : null;
    });
  });
}
