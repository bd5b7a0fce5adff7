import { FRAME_COUNTS_TO, usePart } from '@lapor/staff';
import type { AgencyFrame } from '../app/use-agency-frame.ts';
import { ApprovalCountDocument } from './approval-count.graphql.ts';

/** How many answers wait for whoever may decide on them, as the frame knows; undefined for others. */
export function useApprovalCount({ frame, organisationId, approves }: AgencyFrame): string | undefined {
  const [{ data }] = usePart({
    query: ApprovalCountDocument,
    variables: { organisationId, first: FRAME_COUNTS_TO, approves },
    sight: frame,
    pause: !approves,
  });
  const found = data?.answersToApprove;
  return found && `${found.edges.length}${found.pageInfo.hasNextPage ? '+' : ''}`;
}
