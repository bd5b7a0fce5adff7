import { useCallback, useEffect, useState } from 'react';
import type { Answer, AuthCode } from '@lapor/web-client';
import { useSession } from '../../app/session.tsx';
import { useEvent } from '../../components/use-event.ts';
import { useOnline } from '../../components/use-online.ts';

export type Loaded<Value> =
  { state: 'loading' } | { state: 'failed'; code: AuthCode } | { state: 'ready'; value: Value };

/** What the account's part of the server answers, asked for when the page is shown; `ask` must stay the same function. */
export function useAnswer<Value>(ask: () => Promise<Answer<Value>>) {
  const { refresh } = useSession();
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: 'loading' });
  const again = useCallback(async () => {
    const answer = await ask();
    // The session has ended elsewhere: the page leads to the sign-in, and from there back.
    if (!answer.ok && answer.code === 'SIGNED_OUT') return refresh();
    // What is shown stays when it cannot be had anew: somebody may be typing in it.
    setLoaded((shown) => {
      if (answer.ok) return { state: 'ready', value: answer.value };
      return shown.state === 'ready' ? shown : { state: 'failed', code: answer.code };
    });
  }, [ask, refresh]);
  useEffect(() => void again(), [again]);
  const retry = useCallback(() => {
    setLoaded({ state: 'loading' });
    void again();
  }, [again]);
  // Comes by itself once the network is back.
  const online = useOnline();
  const returned = useEvent(() => {
    if (loaded.state === 'failed' && loaded.code === 'OFFLINE') retry();
  });
  useEffect(() => {
    if (online) returned();
  }, [online, returned]);
  return { loaded, again, retry };
}
