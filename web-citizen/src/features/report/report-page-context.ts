import { createContext, useContext } from 'react';

export interface ReportPageState {
  reportId: string;
  number: string;
  /** IANA zone of the place; dates of the page are shown in it. */
  timeZone: string;
  viewerIsReporter: boolean;
  /** Reads the report anew. */
  reload: () => void;
  /** A change went through: says so, and reads the report anew. */
  changed: () => void;
}

const ReportPageContext = createContext<ReportPageState | null>(null);
export const ReportPageProvider = ReportPageContext.Provider;

export function useReportPage(): ReportPageState {
  const state = useContext(ReportPageContext);
  if (!state) throw new Error('Outside a report page');
  return state;
}
