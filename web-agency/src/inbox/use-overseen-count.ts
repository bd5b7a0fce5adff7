import { useSteadyQuery } from '@lapor/staff';
import { useMemo } from 'react';
import { OverseenCountDocument } from './inbox.graphql.ts';

/** How many reports of the officer's organisations the Ombudsman watches now; undefined while it is not known. */
export function useOverseenCount(isAsked: boolean): number | undefined {
  const [{ data }] = useSteadyQuery({
    query: OverseenCountDocument,
    pause: !isAsked,
    context: useMemo(() => ({ additionalTypenames: ['Report', 'OversightCase'] }), []),
  });
  if (!isAsked) return undefined;
  return data?.oversightCounts.reduce((sum, { state, count }) => (state === 'CLOSED' ? sum : sum + count), 0);
}
