import { useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { ResultOf } from '../graphql.ts';
import { askedAnew } from './asked-anew.ts';
import { CompanyDocument, MarkPresenceDocument } from './live.graphql.ts';
import { useLive } from './use-live.ts';

export type Company = NonNullable<ResultOf<typeof CompanyDocument>['report']>;
export type Activity = 'READING' | 'ANSWERING';

const SIGN_EVERY_MS = 30_000;

/**
 * Shows that this officer has a report open, and who else has; a sign every half minute, none while nobody looks. `onVersion` hears of
 * each version that the report has by now.
 */
export function useCompany(
  report: { id: string; number: string },
  activity: Activity,
  onVersion?: (version: number) => void,
): { company: Company | null; reload: () => Promise<Company | null> } {
  const client = useClient();
  const { id, number } = report;
  const [company, setCompany] = useState<Company | null>(null);
  const heard = useRef(onVersion);
  heard.current = onVersion;

  // urql gives a question that is on its way already the answer of that one: whoever came meanwhile would be missing.
  const reload = useMemo(
    () =>
      askedAnew(async () => {
        const { data } = await client
          .query(CompanyDocument, { number }, { requestPolicy: 'network-only' })
          .toPromise();
        const found = data?.report ?? null;
        if (found) setCompany(found);
        if (found?.version) heard.current?.(found.version);
        return found;
      }),
    [client, number],
  );

  useEffect(() => {
    let isOver = false;
    let mayShow = true;
    const sign = async () => {
      if (!mayShow || document.visibilityState !== 'visible') return;
      const { data } = await client
        .mutation(MarkPresenceDocument, { input: { reportId: id, activity } })
        .toPromise();
      mayShow = data?.result.__typename !== 'NotFound';
      if (!isOver) await reload();
    };
    void sign();
    const timer = setInterval(() => void sign(), SIGN_EVERY_MS);
    const again = () => void sign();
    document.addEventListener('visibilitychange', again);
    return () => {
      isOver = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', again);
    };
  }, [client, id, activity, reload]);

  useLive(`report:${id}`, ({ version }) => {
    if (version !== null) heard.current?.(version);
    void reload();
  });
  return { company, reload };
}
