import DataLoader from 'dataloader';
import type { Database } from '@lapor/database';
import { readEntriesOf, type Entry } from '../entry/index.ts';
import type { OversightLetter } from './case.ts';
import { findCasesOf, findLettersOf, findOverseen, type CaseRow, type OverseenReport } from './repository.ts';

/** Of one request. */
export interface OversightLoaders {
  /** The newest case of a report; `null` for none. */
  newestCase: DataLoader<string, CaseRow | null>;
  /** What decides who oversees a report; `null` for one of which no event has come yet. */
  overseen: DataLoader<string, OverseenReport | null>;
  /** Letters of a case, oldest first. */
  letters: DataLoader<string, OversightLetter[]>;
  /** Entries about a report, in their order. */
  entries: DataLoader<string, Entry[]>;
}

/** One statement each for all reports of a page. */
export function createOversightLoaders(database: Database): OversightLoaders {
  return {
    newestCase: new DataLoader(async (reportIds) => {
      const cases = Map.groupBy(await findCasesOf(database, reportIds), ({ reportId }) => reportId);
      return reportIds.map((id) => cases.get(id)?.[0] ?? null);
    }),
    overseen: new DataLoader(async (reportIds) => {
      const reports = new Map(
        (await findOverseen(database, reportIds)).map((report) => [report.reportId, report]),
      );
      return reportIds.map((id) => reports.get(id) ?? null);
    }),
    letters: new DataLoader(async (caseIds) => {
      const letters = Map.groupBy(await findLettersOf(database, caseIds), ({ caseId }) => caseId);
      return caseIds.map((id) => letters.get(id) ?? []);
    }),
    entries: new DataLoader(async (subjects) => {
      const entries = Map.groupBy(await readEntriesOf(database, subjects), ({ subject }) => subject);
      return subjects.map((id) => entries.get(id) ?? []);
    }),
  };
}
