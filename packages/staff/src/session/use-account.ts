import { auth, type Session } from '@lapor/web-client';
import { useCallback, useEffect, useRef, useState } from 'react';

/** The session as `identity` tells it. `undefined`: not asked yet; `UNKNOWN`: it could not be asked. */
export type Account = Session | null | undefined | 'UNKNOWN';

/** Asks who is signed in, beside the graph: it knows the acting post and whether a second factor is missing. */
export function useAccount(): { account: Account; ask: () => void } {
  const [account, setAccount] = useState<Account>(undefined);
  const latest = useRef(0);
  const ask = useCallback(() => {
    const number = ++latest.current;
    auth.currentSession().then(
      (session) => number === latest.current && setAccount(session),
      // What is known stays known while the connection is away.
      () => number === latest.current && setAccount((last) => last ?? 'UNKNOWN'),
    );
  }, []);
  useEffect(() => {
    ask();
    return () => {
      latest.current += 1;
    };
  }, [ask]);
  return { account, ask };
}
