import { useEffect, useMemo } from 'react';
import { useLive, useSteadyQuery } from '@lapor/staff';
import type { ResultOf } from '../graphql.ts';
import { InboxCountersDocument } from './inbox.graphql.ts';

export type Counters = ResultOf<typeof InboxCountersDocument>['inboxCounters'];

const EVERY_MS = 60_000;

/** How many reports wait in each box; asked again after every decision, when somebody else changes it, and once a minute while the tab is seen. */
export function useInboxCounters(organisationId: string): {
  counters: Counters | undefined;
  /** They could not be had. */
  failed: boolean;
} {
  const [{ data, error }, ask] = useSteadyQuery({
    query: InboxCountersDocument,
    variables: { organisationId },
    // A decision about a report changes the counters, though they hold none.
    context: useMemo(() => ({ additionalTypenames: ['Report'] }), []),
  });
  useLive(`inbox:${organisationId}`, () => ask({ requestPolicy: 'network-only' }));
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') ask({ requestPolicy: 'network-only' });
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [ask]);
  return { counters: data?.inboxCounters, failed: error !== undefined };
}
