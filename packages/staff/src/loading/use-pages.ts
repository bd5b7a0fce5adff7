import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useClient, type CombinedError, type RequestPolicy } from 'urql';
import { joinPages, type Page } from './join-pages.ts';

interface PagesOptions<Data, Variables extends AnyVariables, Node extends { id: string }> {
  query: TypedDocumentNode<Data, Variables>;
  /** Everything but `after`. Keep the object the same while it means the same. */
  variables: Omit<Variables, 'after'>;
  page: (data: Data) => Page<Node>;
  /** Types of which a change makes the list stale, though it may be empty now. */
  typenames: readonly string[];
}

export interface Pages<Node> {
  /** Undefined until the first page is there. */
  nodes: readonly Node[] | undefined;
  hasMore: boolean;
  /** A further page is on its way. */
  loadingMore: boolean;
  /** What is shown is being asked for again. */
  refreshing: boolean;
  error: CombinedError | undefined;
  loadMore: () => void;
  /** From the beginning. */
  reload: () => void;
  /** All that is shown once more, as far as it was read. */
  refresh: () => void;
}

interface Received<Node> {
  page?: Page<Node>;
  error?: CombinedError | undefined;
  stale: boolean;
}

/**
 * A Relay connection read page by page ("Muat lagi"). All pages stay subscribed, so that a decision that changes the
 * list refreshes what is on the screen.
 */
export function usePages<Data, Variables extends AnyVariables, Node extends { id: string }>(
  options: PagesOptions<Data, Variables, Node>,
): Pages<Node> {
  const { query, variables, page, typenames } = options;
  const client = useClient();
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const [received, setReceived] = useState<Readonly<Record<string, Received<Node>>>>({});
  const [round, setRound] = useState(0);

  // Another list: begin again, without a moment in which the old rows stand under the new heading.
  const [shownFor, setShownFor] = useState({ client, variables });
  if (shownFor.variables !== variables || shownFor.client !== client) {
    setShownFor({ client, variables });
    setCursors([null]);
    setReceived({});
  }

  useEffect(() => {
    const requestPolicy: RequestPolicy = round > 0 ? 'network-only' : 'cache-and-network';
    const running = cursors.map((after) =>
      client
        .query(query, { ...variables, after } as unknown as Variables, {
          requestPolicy,
          additionalTypenames: [...typenames],
        })
        .subscribe((result) => {
          setReceived((all) => ({
            ...all,
            [after ?? '']: {
              page: result.data ? page(result.data) : all[after ?? '']?.page,
              error: result.error,
              stale: result.stale,
            },
          }));
        }),
    );
    return () => running.forEach((subscription) => subscription.unsubscribe());
    // `page` and `typenames` belong to the query.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client, query, variables, cursors, round]);

  const pages = cursors.map((cursor) => received[cursor ?? '']);
  const first = pages[0];
  const last = pages.at(-1);
  const loaded = useMemo(
    () => joinPages(cursors.map((cursor) => received[cursor ?? '']?.page)),
    [received, cursors],
  );
  const endCursor = last?.page?.pageInfo.endCursor ?? null;
  const hasMore = last?.page?.pageInfo.hasNextPage ?? cursors.length > 1;

  return {
    nodes: first?.page ? loaded : undefined,
    hasMore,
    loadingMore: cursors.length > 1 && !last?.page && !last?.error,
    refreshing: first?.stale ?? false,
    error: pages.find((entry) => entry?.error)?.error,
    loadMore: useCallback(() => {
      if (endCursor !== null) setCursors((all) => (all.includes(endCursor) ? all : [...all, endCursor]));
    }, [endCursor]),
    reload: useCallback(() => {
      setCursors([null]);
      setRound((value) => value + 1);
    }, []),
    refresh: useCallback(() => setRound((value) => value + 1), []),
  };
}
