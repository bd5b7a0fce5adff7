import { createContext } from 'react';
import type { ReportPlace } from './outcome.ts';

/** A report that the officer's own change took out of the officer's sight, and where it went. */
export interface LeftReport {
  /** Null: it is not known. */
  wentTo: ReportPlace | null;
  organisation: { name: string | null } | null;
}

/** Told when a decision was made by which the officer no longer reads the report: the page says so, and does not look for it. */
export const LeftReportContext = createContext<(left: LeftReport) => void>(() => undefined);
