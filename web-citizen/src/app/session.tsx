import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { createGraphClient, grants, type Session } from '@lapor/web-client';
import { Provider as GraphProvider } from 'urql';
import { takeFirstAnswer } from './first-answer.ts';
import { readStored, writeStored } from './stored.ts';
import { forgetSent } from '../features/file-report/sent-report.ts';

interface SessionState {
  /** Null: signed out. While it is being asked for, `undefined`. */
  session: Session | null | undefined;
  /** The server could not be asked; `session` is null then. */
  unknown: boolean;
  /** Asks again after signing in. */
  refresh: () => Promise<void>;
  signOut: () => Promise<boolean>;
}

const SessionContext = createContext<SessionState>({
  session: null,
  unknown: false,
  refresh: async () => undefined,
  signOut: async () => false,
});

export const useSession = () => useContext(SessionContext);

// Most people never sign in here: only who once did on this device is asked for at start, and only then are the
// requests for it fetched.
const key = 'has-signed-in';
const loadAuth = async () => (await import('./auth.ts')).auth;

/** With an empty cache. */
const newClient = () => createGraphClient({ application: 'web-citizen', atHand: takeFirstAnswer });

/** Session and graph in one: what was read as one person must not stay in the cache for the next. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session | null | undefined>(readStored(key) ? undefined : null);
  const [unknown, setUnknown] = useState(false);
  const [client, setClient] = useState(newClient);

  const refresh = useCallback(async () => {
    try {
      const found = await (await loadAuth()).currentSession();
      writeStored(key, found ? '1' : null);
      setSession(found);
      setUnknown(false);
      setClient(newClient());
    } catch {
      // The pages that need it say so; the others are there without it.
      setSession(null);
      setUnknown(true);
    }
  }, []);

  const signOut = useCallback(async () => {
    const result = await (await loadAuth()).signOut();
    if (!result.ok) return false;
    grants.forgetGrants();
    forgetSent();
    writeStored(key, null);
    setSession(null);
    setClient(newClient());
    return true;
  }, []);

  useEffect(() => {
    if (readStored(key)) void refresh();
  }, [refresh]);

  return (
    <SessionContext.Provider
      value={useMemo(() => ({ session, unknown, refresh, signOut }), [session, unknown, refresh, signOut])}
    >
      <GraphProvider value={client}>{children}</GraphProvider>
    </SessionContext.Provider>
  );
}
