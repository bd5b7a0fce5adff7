import type { AnyVariables } from '@urql/core';
import { useRef } from 'react';
import { useQuery, type UseQueryArgs, type UseQueryResponse } from 'urql';

/**
 * `useQuery` that keeps what it has shown when asking again fails: a lost connection must not take a half-written
 * form away. The error stands beside the data then. What was answered to other variables is never shown: it would stand under the heading
 * of what is asked for now.
 */
export function useSteadyQuery<Data, Variables extends AnyVariables>(
  args: UseQueryArgs<Variables, Data>,
): UseQueryResponse<Data, Variables> {
  const [state, ask] = useQuery(args);
  const asked = textOf(args.variables);
  const answered = state.operation && textOf(state.operation.variables);
  const data = answered === undefined || answered === asked ? state.data : undefined;
  const last = useRef<{ asked: string; data: Data } | null>(null);
  if (data !== undefined && !state.fetching) last.current = { asked, data };
  const kept = state.error && last.current?.asked === asked ? last.current.data : undefined;
  return [{ ...state, data: data ?? kept }, ask];
}

const textOf = (variables: unknown): string => JSON.stringify(variables ?? {});
