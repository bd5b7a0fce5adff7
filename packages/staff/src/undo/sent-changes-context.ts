import { createContext, useContext } from 'react';
import type { Operation } from './sent-changes.ts';

/** What a form tells of something it has sent. */
export interface Kept {
  requestKey: string;
  reportId: string;
  operation: Operation;
  /** The draft it was written as, to be there again when it is taken back. */
  draft: { name: string; value: object };
}

export interface SentChangesState {
  /** Shows that something was sent, with the way to take it back. */
  keep: (kept: Kept) => void;
  /** Reports about which something waits to be made. */
  waiting: ReadonlySet<string>;
}

export const SentChangesContext = createContext<SentChangesState>({
  keep: () => undefined,
  waiting: new Set(),
});

/** Reports about which this officer has sent something that is not made yet. */
export const useWaitingReports = (): ReadonlySet<string> => useContext(SentChangesContext).waiting;
