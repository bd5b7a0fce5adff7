import type { AuthCode } from '@lapor/web-client';
import { useContext, useEffect, useRef } from 'react';
import { SessionContext } from '../session-context.ts';

/**
 * Looks at an answer that may say that nobody is signed in any more: the gate then asks again and shows the sign-in at
 * the same address. Before the gate there is nothing to ask.
 */
export function useSignedOut(): (result: { ok: boolean; code?: AuthCode }) => void {
  const session = useContext(SessionContext);
  const latest = useRef(session);
  useEffect(() => {
    latest.current = session;
  });
  const look = useRef((result: { ok: boolean; code?: AuthCode }) => {
    if (!result.ok && result.code === 'SIGNED_OUT') latest.current?.recheck();
  });
  return look.current;
}
