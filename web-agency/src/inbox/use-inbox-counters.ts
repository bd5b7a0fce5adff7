import { useEffect, useMemo } from 'react';
import { useLive, useSteadyQuery } from '@lapor/staff';
import type { ResultOf } from '../graphql.ts';
import { InboxCountersDocument } from './inbox.graphql.ts';

type Answer = ResultOf<typeof InboxCountersDocument>;
export type Counters = Answer['inboxCounters'];
export type KeptFilter = Answer['savedFilters'][number];

const EVERY_MS = 60_000;
const NO_FILTERS: readonly KeptFilter[] = [];

/** How many reports wait in each box; asked again after every decision, when somebody else changes it, and once a minute while the tab is seen. */
export function useInboxCounters(organisationId: string): {
  counters: Counters | undefined;
  /** The filters that the officer keeps, by name. */
  filters: readonly KeptFilter[];
  /** They could not be had. */
  failed: boolean;
} {
  const [{ data, error }, ask] = useSteadyQuery({
    query: InboxCountersDocument,
    variables: { organisationId },
    // A decision about a report changes the counters, though they hold none; so does a first filter that is kept.
    context: useMemo(() => ({ additionalTypenames: ['Report', 'SavedFilter', 'FilterDeleted'] }), []),
  });
  useLive(`inbox:${organisationId}`, () => ask({ requestPolicy: 'network-only' }));
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') ask({ requestPolicy: 'network-only' });
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [ask]);
  return {
    counters: data?.inboxCounters,
    filters: data?.savedFilters ?? NO_FILTERS,
    failed: error !== undefined,
  };
}
