import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useEffect, useMemo } from 'react';
import { useQuery } from 'urql';
import { useLive } from '../live/use-live.ts';
import type { FirstSight } from '../loading/first-sight.ts';
import { sightOf } from '../loading/use-first-sight.ts';

/** A number in the frame tells so many apart; more are "20+", and the page behind it tells the rest. */
export const FRAME_COUNTS_TO = 20;
const EVERY_MS = 60_000;

/** What a decision changes in the frame, whatever it answers. */
const CHANGED_BY: readonly string[] = ['Report', 'MentionsRead', 'NoteAdded'];

interface FrameOptions<Data, Variables extends AnyVariables> {
  query: TypedDocumentNode<Data, Variables>;
  /** Another workplace, other variables: it is asked for anew. */
  variables: Variables;
  /** Types of which a change makes it stale, besides those of both consoles. */
  typenames?: readonly string[];
  /** Who else changes what it counts. */
  topic: string | null;
}

/**
 * Asks for all that stands around the pages of a console in one request, of which the bell, the menu and the foot read their share (`usePart`).
 * Asked again after every decision, when somebody else changes something, and once a minute while the tab is seen.
 */
export function useFrame<Data, Variables extends AnyVariables>({
  query,
  variables,
  typenames = [],
  topic,
}: FrameOptions<Data, Variables>): FirstSight<Data> {
  const asked = JSON.stringify([variables, typenames]);
  const sight = useMemo(() => {
    const [ofNow, more] = JSON.parse(asked) as [Variables, string[]];
    return sightOf({ query, variables: ofNow, typenames: [...CHANGED_BY, ...more] });
  }, [query, asked]);
  const [, ask] = useQuery({ ...sight, requestPolicy: 'cache-and-network' });
  useLive(topic, () => ask({ requestPolicy: 'network-only' }));
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') ask({ requestPolicy: 'network-only' });
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [ask]);
  return sight;
}
