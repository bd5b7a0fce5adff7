import { createContext, useContext } from 'react';

/** A change that the report did not take any more, because it has moved on since the page was read. */
export interface Refusal {
  /** Code of the server. */
  code: string;
  /** What was written, if anything; the form it stood in may be gone. */
  words: string | null;
}

export interface ReportPageState {
  reportId: string;
  number: string;
  /** IANA zone of the place; dates of the page are shown in it. */
  timeZone: string;
  viewerIsReporter: boolean;
  /** No answer to it is public. */
  isConfidential: boolean;
  /** Version that is on the page; null for the public. */
  version: number | null;
  /** Reads the report anew. */
  reload: () => void;
  /** A change went through: says so, and reads the report anew. */
  changed: () => void;
  /** A change came too late: says what has happened since, keeps what was written, and reads the report anew. */
  movedOn: (refusal: Refusal) => void;
}

const ReportPageContext = createContext<ReportPageState | null>(null);
export const ReportPageProvider = ReportPageContext.Provider;

export function useReportPage(): ReportPageState {
  const state = useContext(ReportPageContext);
  if (!state) throw new Error('Outside a report page');
  return state;
}
