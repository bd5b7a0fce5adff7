import { countNewcomers, shareOf, useLive } from '@lapor/staff';
import { useCallback, useMemo, useState } from 'react';
import { useClient } from 'urql';
import type { ResultOf } from '../graphql.ts';
import { QueueNewsDocument, type DeskSight } from './desk.graphql.ts';
import type { Held } from './stock.ts';

const FIRST = 100;
const NOTHING: readonly Held[] = [];

type News = ResultOf<typeof QueueNewsDocument>;
export type RowLease = News['verificationQueue']['edges'][number]['node']['lease'];
export type DeskDay = News['deskDay'];

interface QueueNews {
  /** How many reports came to the queue that is shown. */
  count: number;
  /** Who works on which by now. */
  leaseOf: (row: { id: string; lease: RowLease }) => RowLease;
  /** Those of the viewer, the oldest first. */
  own: readonly Held[];
  /** What was done today, and by how many. */
  day: DeskDay;
  /** Asks for all of it; answers what is the viewer's. */
  ask: () => Promise<readonly Held[]>;
  /** The same as the desk is opened: what was taken a moment ago is looked up in what the page has asked for. */
  begin: (taken: readonly string[]) => Promise<readonly Held[]>;
  /** They are shown by now. */
  forget: () => void;
}

/** What happened to the queue since it was shown; the queue itself stays as it is. */
export function useQueueNews(
  shown: readonly { id: string; lease: RowLease }[] | undefined,
  sight: DeskSight,
  dayAtFirst: DeskDay,
): QueueNews {
  const client = useClient();
  const [news, setNews] = useState<News | null>(null);
  const [ownAtFirst, setOwnAtFirst] = useState(NOTHING);
  const [isShown, setShown] = useState(true);
  const ask = useCallback(
    async (isNew: boolean) => {
      const { data } = await client
        .query(QueueNewsDocument, { first: FIRST }, { requestPolicy: 'network-only' })
        .toPromise();
      if (!data) return NOTHING;
      setNews(data);
      if (isNew) setShown(false);
      return ownIn(data);
    },
    [client],
  );
  const begin = useCallback(
    async (taken: readonly string[]) => {
      const share = shareOf(sight);
      const { data } = await client.query(share.query, share.variables, share.context).toPromise();
      const rows = data?.verificationQueue.edges.map(({ node }) => node) ?? [];
      if (!data || taken.some((id) => rows.every((row) => row.id !== id))) return ask(false);
      const own = rows.filter(({ id, lease }) => lease?.isViewers || taken.includes(id));
      setOwnAtFirst(own);
      return own;
    },
    [client, sight, ask],
  );
  useLive('desk:national', () => void ask(true));
  const rows = news?.verificationQueue;
  const leases = useMemo(() => new Map(rows?.edges.map(({ node }) => [node.id, node.lease])), [rows]);
  return {
    count:
      rows && shown && !isShown
        ? countNewcomers(
            shown.map(({ id }) => id),
            rows.edges.map(({ node }) => node.id),
            !rows.pageInfo.hasNextPage,
          )
        : 0,
    leaseOf: useCallback((row) => (leases.has(row.id) ? (leases.get(row.id) ?? null) : row.lease), [leases]),
    own: useMemo(() => (news ? ownIn(news) : ownAtFirst), [news, ownAtFirst]),
    day: news?.deskDay ?? dayAtFirst,
    ask: useCallback(() => ask(false), [ask]),
    begin,
    forget: useCallback(() => setShown(true), []),
  };
}

const ownIn = ({ verificationQueue }: News): Held[] =>
  verificationQueue.edges.flatMap(({ node: { id, number, lease } }) =>
    lease?.isViewers ? [{ id, number }] : [],
  );
