import { countNewcomers, useLive } from '@lapor/staff';
import { useCallback, useMemo, useState } from 'react';
import { useClient } from 'urql';
import type { ResultOf } from '../graphql.ts';
import { QueueNewsDocument } from './desk.graphql.ts';

const FIRST = 100;

type News = ResultOf<typeof QueueNewsDocument>['verificationQueue']['edges'][number]['node'];
export type RowLease = News['lease'];

/** How many reports came to the queue that is shown, and who works on which by now; the queue itself stays as it is. */
export function useQueueNews(shown: readonly { id: string; lease: RowLease }[] | undefined): {
  count: number;
  leaseOf: (row: { id: string; lease: RowLease }) => RowLease;
  forget: () => void;
} {
  const client = useClient();
  const [news, setNews] = useState<ResultOf<typeof QueueNewsDocument>['verificationQueue'] | null>(null);
  useLive('desk:national', () => {
    void client
      .query(QueueNewsDocument, { first: FIRST }, { requestPolicy: 'network-only' })
      .toPromise()
      .then(({ data }) => data && setNews(data.verificationQueue));
  });
  const leases = useMemo(() => new Map(news?.edges.map(({ node }) => [node.id, node.lease])), [news]);
  return {
    count:
      news && shown
        ? countNewcomers(
            shown.map(({ id }) => id),
            news.edges.map(({ node }) => node.id),
            !news.pageInfo.hasNextPage,
          )
        : 0,
    leaseOf: useCallback((row) => (leases.has(row.id) ? (leases.get(row.id) ?? null) : row.lease), [leases]),
    forget: useCallback(() => setNews(null), []),
  };
}
