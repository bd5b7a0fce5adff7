import { usePart } from '@lapor/staff';
import type { AgencyFrame } from '../app/use-agency-frame.ts';
import type { ResultOf } from '../graphql.ts';
import { InboxCountersDocument } from './inbox.graphql.ts';

type Answer = ResultOf<typeof InboxCountersDocument>;
export type Counters = Answer['inboxCounters'];
export type KeptFilter = Answer['savedFilters'][number];

const NO_FILTERS: readonly KeptFilter[] = [];

/** How many reports wait in each box, as the frame knows. */
export function useInboxCounters({ frame, organisationId }: AgencyFrame): {
  counters: Counters | undefined;
  /** The filters that the officer keeps, by name. */
  filters: readonly KeptFilter[];
  /** They could not be had. */
  failed: boolean;
} {
  const [{ data, error }] = usePart({
    query: InboxCountersDocument,
    variables: { organisationId },
    sight: frame,
  });
  return {
    counters: data?.inboxCounters,
    filters: data?.savedFilters ?? NO_FILTERS,
    failed: error !== undefined,
  };
}
