import type { AnyVariables } from '@urql/core';
import { useRef } from 'react';
import { useQuery, type UseQueryArgs, type UseQueryResponse } from 'urql';

/**
 * `useQuery` that keeps what it has shown when asking again fails: a lost connection must not take a half-written
 * form away. The error stands beside the data then.
 */
export function useSteadyQuery<Data, Variables extends AnyVariables>(
  args: UseQueryArgs<Variables, Data>,
): UseQueryResponse<Data, Variables> {
  const [state, ask] = useQuery(args);
  const asked = JSON.stringify(args.variables ?? null);
  const last = useRef<{ asked: string; data: Data } | null>(null);
  if (state.data !== undefined && !state.fetching) last.current = { asked, data: state.data };
  const kept = state.error && last.current?.asked === asked ? last.current.data : undefined;
  return [{ ...state, data: state.data ?? kept }, ask];
}
