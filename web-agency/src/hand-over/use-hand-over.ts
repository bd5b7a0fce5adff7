import { createGraphClient } from '@lapor/staff/outside';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ResultOf } from '../graphql.ts';
import type { NotOpen } from '../secret-link/link-status.tsx';
import { OpenHandOverDocument } from './hand-over.graphql.ts';

export type Opened = Extract<
  ResultOf<typeof OpenHandOverDocument>['result'],
  { __typename: 'HandOverOpened' }
>;

export type HandOverView = NotOpen | { is: 'OPEN'; opened: Opened };

/** Opens the link and keeps its grant for this page only. */
export function useHandOver(token: string) {
  const grant = useRef<string | null>(null);
  const headers = useCallback(
    (): Record<string, string> => (grant.current ? { 'hand-over-grant': grant.current } : {}),
    [],
  );
  const [client] = useState(() => createGraphClient({ application: 'web-agency', headers }));
  const [view, setView] = useState<HandOverView>({ is: 'OPENING' });

  /** Asks for the grant; also again when the old one has run out. Null when there is none. */
  const open = useCallback(async (): Promise<Opened | null> => {
    if (token === '') {
      setView({ is: 'NO_LINK' });
      return null;
    }
    grant.current = null;
    const { data, error } = await client.mutation(OpenHandOverDocument, { input: { token } }).toPromise();
    const result = data?.result;
    if (!result) {
      setView({ is: 'FAILED', offline: error?.networkError !== undefined });
      return null;
    }
    switch (result.__typename) {
      case 'HandOverOpened':
        grant.current = result.grant;
        setView({ is: 'OPEN', opened: result });
        return result;
      case 'TooManyRequests':
        setView({ is: 'TOO_MANY', minutes: Math.max(1, Math.ceil(result.retryAfterSeconds / 60)) });
        return null;
      default:
        setView({ is: 'GONE' });
        return null;
    }
  }, [client, token]);

  useEffect(() => {
    void open();
  }, [open]);

  const retry = useCallback(() => {
    setView({ is: 'OPENING' });
    void open();
  }, [open]);
  return { view, client, headers, open, retry };
}
