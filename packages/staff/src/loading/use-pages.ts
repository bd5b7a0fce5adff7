import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient, type CombinedError, type OperationResult, type OperationResultSource } from 'urql';
import { covers, shareOf, type FirstSight } from './first-sight.ts';
import { pageJoiner, type Page } from './join-pages.ts';

interface PagesOptions<Data, Variables extends AnyVariables, Node extends { id: string }> {
  query: TypedDocumentNode<Data, Variables>;
  /** Everything but `after`. Keep the object the same while it means the same. */
  variables: Omit<Variables, 'after'>;
  page: (data: Data) => Page<Node>;
  /** Types of which a change makes the list stale, though it may be empty now. */
  typenames: readonly string[];
  /** What the page asked for, with the beginning of this list in it. */
  sight?: FirstSight<Data> | undefined;
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
  /** The next page, or the one that could not be loaded once more. */
  loadMore: () => void;
  /** From the beginning. */
  reload: () => void;
  /** All that is shown once more, as far as it was read: page after page, and shown when all of it is there. */
  refresh: () => void;
}

interface Received<Node> {
  page: Page<Node> | undefined;
  error: CombinedError | undefined;
  stale: boolean;
}

interface Reading<Node> {
  /** Where each page begins. */
  cursors: readonly (string | null)[];
  received: ReadonlyMap<string | null, Received<Node>>;
  /** Beginnings of pages that were asked for a moment ago: what the cache has of them is new. */
  fresh: ReadonlySet<string | null>;
}

const beginning = <Node>(): Reading<Node> => ({ cursors: [null], received: new Map(), fresh: new Set() });

/** The pages read last stay subscribed, so that a decision refreshes what is on the screen, and not a list of thousands. */
const MOST_SUBSCRIBED = 20;

/** A Relay connection read page by page ("Muat lagi"): a further page is one request, however many there are already. */
export function usePages<Data, Variables extends AnyVariables, Node extends { id: string }>(
  options: PagesOptions<Data, Variables, Node>,
): Pages<Node> {
  const { query, variables, page, typenames, sight } = options;
  const client = useClient();
  const [reading, setReading] = useState<Reading<Node>>(beginning);
  const [round, setRound] = useState(0);
  const [refreshing, setRefreshing] = useState(false);

  // Another list: begin again, without a moment in which the old rows stand under the new heading.
  const [shownFor, setShownFor] = useState({ client, variables });
  if (shownFor.variables !== variables || shownFor.client !== client) {
    setShownFor({ client, variables });
    setReading(beginning);
    setRefreshing(false);
  }
  const { cursors, received, fresh } = reading;

  const running = useRef(new Map<string | null, () => void>());
  const list = useRef({});
  // Another list, or all of it anew: what was asked for before is let go of.
  useEffect(() => {
    const subscribed = running.current;
    list.current = {};
    return () => {
      for (const end of subscribed.values()) end();
      subscribed.clear();
    };
  }, [client, query, variables, round]);

  useEffect(() => {
    const subscribed = running.current;
    const wanted = new Set(cursors.slice(-MOST_SUBSCRIBED));
    for (const [after, end] of subscribed) {
      // One that is on its way is waited for, however far the list was read meanwhile.
      if (wanted.has(after) || (cursors.includes(after) && !received.get(after))) continue;
      end();
      subscribed.delete(after);
    }
    for (const after of wanted) {
      if (subscribed.has(after)) continue;
      const share = sight && after === null && round === 0 && covers(sight, variables) && shareOf(sight);
      const answers: OperationResultSource<OperationResult<Data>> = share
        ? client.query(share.query, share.variables, share.context)
        : client.query(query, { ...variables, after } as unknown as Variables, {
            requestPolicy: fresh.has(after) ? 'cache-first' : 'cache-and-network',
            additionalTypenames: [...typenames],
          });
      const { unsubscribe } = answers.subscribe(({ data, error, stale }) => {
        // The page's answer did not come: the list asks for itself.
        if (share && error && !data) return setRound((value) => value + 1);
        setReading((all) => ({
          ...all,
          received: new Map(all.received).set(after, {
            page: data ? page(data) : all.received.get(after)?.page,
            error,
            stale,
          }),
        }));
      });
      subscribed.set(after, unsubscribe);
    }
    // `page` and `typenames` belong to the query; what has arrived asks for nothing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client, query, variables, cursors, round, sight]);

  const pages = cursors.map((cursor) => received.get(cursor));
  const first = pages[0];
  const last = pages.at(-1);
  const [join] = useState(() => pageJoiner<Node>());
  const endCursor = last?.page?.pageInfo.endCursor ?? null;
  const hasMore = last?.page?.pageInfo.hasNextPage ?? cursors.length > 1;
  const failed = last?.error && !last.page ? cursors.at(-1) : undefined;

  // A further page may be read while all of them are asked for again.
  const count = useRef(1);
  useEffect(() => {
    count.current = cursors.length;
  }, [cursors]);

  /** Reads on from the beginning until as many pages are there: fixed beginnings would leave out what came in between. */
  const refresh = useCallback(async () => {
    const asked = list.current;
    const read = new Map<string | null, Received<Node>>();
    setRefreshing(true);
    let after: string | null = null;
    while (read.size < count.current) {
      const { data, error } = await client
        .query(query, { ...variables, after } as unknown as Variables, {
          requestPolicy: 'network-only',
          additionalTypenames: [...typenames],
        })
        .toPromise();
      if (asked !== list.current) return;
      if (!data) {
        // What was shown stays, with the fault beside it.
        setRefreshing(false);
        setReading((all) => ({
          ...all,
          received: new Map(all.received).set(null, {
            page: undefined,
            stale: false,
            ...all.received.get(null),
            error,
          }),
        }));
        return;
      }
      const found = page(data);
      read.set(after, { page: found, error, stale: false });
      if (!found.pageInfo.hasNextPage || found.pageInfo.endCursor === null) break;
      after = found.pageInfo.endCursor;
    }
    setRefreshing(false);
    setReading({ cursors: [...read.keys()], received: read, fresh: new Set(read.keys()) });
    setRound((value) => value + 1);
    // As above.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client, query, variables]);

  return {
    nodes: first?.page ? join(pages.map((entry) => entry?.page)) : undefined,
    hasMore,
    loadingMore: cursors.length > 1 && !last?.page && !last?.error,
    refreshing: refreshing || (first?.stale ?? false),
    error: pages.find((entry) => entry?.error)?.error,
    loadMore: useCallback(() => {
      if (failed !== undefined) {
        running.current.get(failed)?.();
        running.current.delete(failed);
        setReading((all) => {
          const others = new Map(all.received);
          others.delete(failed);
          return { ...all, cursors: [...all.cursors], received: others };
        });
        return;
      }
      if (endCursor === null) return;
      setReading((all) =>
        all.cursors.includes(endCursor) ? all : { ...all, cursors: [...all.cursors, endCursor] },
      );
    }, [endCursor, failed]),
    reload: useCallback(() => {
      setReading((all) => ({ ...all, cursors: [null], fresh: new Set() }));
      setRefreshing(false);
      setRound((value) => value + 1);
    }, []),
    refresh: useCallback(() => void refresh(), [refresh]),
  };
}
