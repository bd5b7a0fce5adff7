import { createContext, useContext } from 'react';
import type { Operation, SentChange } from './sent-changes.ts';

/** The draft that something was written as, to be there again when it is taken back. */
export interface WrittenAs {
  name: string;
  value: object;
  /** An answer that waits for approval before it is sent. */
  isProposal?: boolean;
}

/** What a form tells of something it has sent. */
export interface Kept {
  requestKey: string;
  reportId: string;
  operation: Operation;
  draft: WrittenAs;
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

/** What was sent, and the time by the clock of this device; it changes twice a second while something waits. */
export interface Countdown {
  sent: readonly SentChange[];
  now: number;
}

export const CountdownContext = createContext<Countdown>({ sent: [], now: 0 });

export const useCountdown = (): Countdown => useContext(CountdownContext);
