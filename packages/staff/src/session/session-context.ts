import type { AuthResult } from '@lapor/web-client';
import { createContext, useContext } from 'react';
import type { ActingPost, Officer, PostRole, Workplace } from './posts.ts';

export interface SessionState {
  officer: Officer;
  /** Mail address by which the officer signs in; empty while it is not known. */
  email: string;
  /** Roles this console serves. */
  servedRoles: readonly PostRole[];
  workplaces: readonly Workplace[];
  /** Where the officer works now. */
  workplace: Workplace;
  chooseWorkplace: (organisationId: string) => void;
  /** The one post this session acts in; null: all. */
  actingPost: ActingPost | null;
  /** Acts in one post or, with null, in all; everything that was loaded is forgotten, because it belongs to the other authority. */
  actAs: (post: ActingPost | null) => Promise<AuthResult>;
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
