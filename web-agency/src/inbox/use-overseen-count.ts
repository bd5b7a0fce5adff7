import { usePart } from '@lapor/staff';
import type { AgencyFrame } from '../app/use-agency-frame.ts';
import { OverseenCountDocument } from './inbox.graphql.ts';

/** How many reports of the officer's organisations the Ombudsman watches now; undefined while it is not known. */
export function useOverseenCount({ frame, isOverseen }: AgencyFrame): number | undefined {
  const [{ data }] = usePart({
    query: OverseenCountDocument,
    variables: { isOverseen },
    sight: frame,
    pause: !isOverseen,
  });
  return data?.oversightCounts?.reduce(
    (sum, { state, count }) => (state === 'CLOSED' ? sum : sum + count),
    0,
  );
}
