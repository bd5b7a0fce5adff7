import { countNewcomers, useLive } from '@lapor/staff';
import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import type { ResultOf, VariablesOf } from '../graphql.ts';
import { InboxNewsDocument } from './inbox.graphql.ts';

const FIRST = 100;

/**
 * How many reports came to the box since the list was loaded; the list itself stays as it is.
 * Keep `asked` the same object while it means the same.
 */
export function useInboxNews(
  asked: Omit<VariablesOf<typeof InboxNewsDocument>, 'first'>,
  /** Whose box it is: what is listened to. */
  organisationId: string,
  shown: readonly { id: string }[] | undefined,
): { count: number; forget: () => void } {
  const client = useClient();
  const [news, setNews] = useState<ResultOf<typeof InboxNewsDocument>['inbox'] | null>(null);
  const forget = useCallback(() => setNews(null), []);
  useEffect(forget, [forget, asked]);
  useLive(`inbox:${organisationId}`, () => {
    void client
      .query(InboxNewsDocument, { ...asked, first: FIRST }, { requestPolicy: 'network-only' })
      .toPromise()
      .then(({ data }) => data && setNews(data.inbox));
  });
  const count =
    news && shown
      ? countNewcomers(
          shown.map(({ id }) => id),
          news.edges.map(({ node }) => node.id),
          !news.pageInfo.hasNextPage,
        )
      : 0;
  return { count, forget };
}
