import { useLive, useSteadyQuery } from '@lapor/staff';
import { useEffect, useMemo } from 'react';
import { ApprovalCountDocument } from './approval-count.graphql.ts';

const EVERY_MS = 60_000;
/** More are "20+": whoever has so many begins at the top. */
const MOST = 20;

/**
 * How many answers wait for whoever may decide on them; undefined for others. Asked again after every decision, when somebody else
 * changes the inbox, and once a minute while the tab is seen: what is written down there changes no box.
 */
export function useApprovalCount(organisationId: string, decides: boolean): string | undefined {
  const [{ data }, ask] = useSteadyQuery({
    query: ApprovalCountDocument,
    variables: { organisationId, first: MOST },
    pause: !decides,
    // A decision about a report changes the number, though it is no report.
    context: useMemo(() => ({ additionalTypenames: ['Report'] }), []),
  });
  useLive(decides ? `inbox:${organisationId}` : null, () => ask({ requestPolicy: 'network-only' }));
  useEffect(() => {
    if (!decides) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') ask({ requestPolicy: 'network-only' });
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [ask, decides]);
  const found = data?.answersToApprove;
  return found && `${found.edges.length}${found.pageInfo.hasNextPage ? '+' : ''}`;
}
