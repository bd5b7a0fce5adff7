import { createContext, useContext } from 'react';
import type { Officer, Workplace } from './posts.ts';

export interface SessionState {
  officer: Officer;
  workplaces: readonly Workplace[];
  /** Where the officer works now. */
  workplace: Workplace;
  chooseWorkplace: (organisationId: string) => void;
  /** Zone in which the officer reads dates: that of the workplace. */
  timeZone: string;
  signOut: () => Promise<void>;
  /** Asks the server again who is signed in, e.g. after an answer that suggests nobody is. */
  recheck: () => void;
}

export const SessionContext = createContext<SessionState | null>(null);

/** Who works here and for whom; only below a `SessionGate`. */
export function useSession(): SessionState {
  const state = useContext(SessionContext);
  if (!state) throw new Error('useSession needs a SessionGate above it');
  return state;
}
