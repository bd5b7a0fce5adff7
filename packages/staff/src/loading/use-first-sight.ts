import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { FirstSight } from './first-sight.ts';

interface FirstSightOptions<Data, Variables extends AnyVariables> {
  query: TypedDocumentNode<Data, Variables>;
  /** As the page is opened; later ones are the business of the parts. */
  variables: Variables;
  /** Types of which a change makes the page stale, though it may hold none now. */
  typenames?: readonly string[];
}

/**
 * Asks for all that a page shows at first, in one request. Its parts (`usePart`, `usePages`) read their share of the answer; what
 * somebody then chooses otherwise, or what did not come, each part asks for itself.
 */
export function useFirstSight<Data, Variables extends AnyVariables>(
  options: FirstSightOptions<Data, Variables>,
): FirstSight<Data> {
  const [sight] = useState(() => sightOf(options));
  useQuery({ ...sight, requestPolicy: 'cache-and-network' });
  return sight;
}

/** As `useFirstSight` where `isWanted` when the page is opened; else each part asks for itself. */
export function useFirstSightIf<Data, Variables extends AnyVariables>(
  isWanted: boolean,
  options: FirstSightOptions<Data, Variables>,
): FirstSight<Data> | undefined {
  const [isAsked] = useState(isWanted);
  const [sight] = useState(() => sightOf(options));
  useQuery({ ...sight, requestPolicy: 'cache-and-network', pause: !isAsked });
  return isAsked ? sight : undefined;
}

/** The question of a page or a frame, to be kept as long as it is the same. */
export const sightOf = <Data, Variables extends AnyVariables>({
  query,
  variables,
  typenames = [],
}: FirstSightOptions<Data, Variables>): FirstSight<Data> => ({
  query: query as TypedDocumentNode<Data, AnyVariables>,
  variables: (variables ?? {}) as Record<string, unknown>,
  context: { additionalTypenames: [...typenames] },
});
