import DataLoader from 'dataloader';
import type { Database } from '@lapor/database';
import type { ReportTransitioned } from '@lapor/events';
import { readEvents } from '../report/index.ts';

/** All events of a report by its id, in order. */
export type HistoryLoader = DataLoader<string, ReportTransitioned[]>;

/** One statement for all reports of a request. */
export const createHistoryLoader = (database: Database): HistoryLoader =>
  new DataLoader(async (reportIds) => {
    const histories = await readEvents(database.fork(), reportIds);
    const byId = new Map(histories.map((events) => [events[0]!.reportId, events]));
    return reportIds.map((id) => byId.get(id) ?? []);
  });
