import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import type { CombinedError, UseQueryResponse } from 'urql';
import { covers, shareOf, type FirstSight } from './first-sight.ts';
import { useSteadyQuery } from './use-steady-query.ts';

interface PartOptions<Data, Variables extends AnyVariables> {
  /** What the part asks for by itself. */
  query: TypedDocumentNode<Data, Variables>;
  variables: Variables;
  /** What the page asked for; it holds this part, under the same names. Without it the part asks for itself. */
  sight: FirstSight<Data> | undefined;
  pause?: boolean;
}

/**
 * A part of a page: read from what the page asked for as long as it is the same, else asked for by itself. So it is when
 * the page's answer did not come: what one part lacks takes no other away.
 */
export function usePart<Data, Variables extends AnyVariables>(
  options: PartOptions<Data, Variables>,
): UseQueryResponse<Data, AnyVariables> {
  const { query, variables, sight, pause = false } = options;
  const isCovered = sight !== undefined && covers(sight, variables);
  const share = shareOf(
    sight ?? {
      query: query as TypedDocumentNode<Data, AnyVariables>,
      variables: variables ?? {},
      context: {},
    },
  );
  const [came, askAll] = useSteadyQuery<Data, AnyVariables>({
    ...share,
    context: sight?.context,
    requestPolicy: 'cache-first',
    pause: pause || !isCovered,
  });
  const isLeftOut = isCovered && !came.data && came.error !== undefined;
  const byItself = !isCovered || isLeftOut;
  const [own, ask] = useSteadyQuery<Data, AnyVariables>({
    query: query as TypedDocumentNode<Data, AnyVariables>,
    variables: variables as AnyVariables,
    requestPolicy: 'cache-and-network',
    pause: pause || !byItself,
  });
  if (byItself) return [own, ask];
  return [{ ...came, error: faultOf(query, came.error) }, askAll];
}

/** The fault where it is one of this part, or of all of them. */
function faultOf(
  { definitions }: TypedDocumentNode<unknown, never>,
  error: CombinedError | undefined,
): CombinedError | undefined {
  if (!error || error.networkError) return error;
  const roots = new Set(
    definitions.flatMap((definition) =>
      'selectionSet' in definition && definition.selectionSet
        ? definition.selectionSet.selections.map((node) =>
            node.kind === 'Field' ? (node.alias ?? node.name).value : '',
          )
        : [],
    ),
  );
  return error.graphQLErrors.some(({ path }) => path === undefined || roots.has(String(path[0])))
    ? error
    : undefined;
}
