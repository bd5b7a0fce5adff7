import type { Client } from 'urql';
import type { ResultOf } from '../../graphql.ts';
import { MyDataDocument } from './my-data.graphql.ts';

type MyReport = ResultOf<typeof MyDataDocument>['myReports']['edges'][number]['node'];

/** All own reports, page by page; null when a page could not be had, since half of them would pass for all. */
export async function fetchMyReports(
  client: Pick<Client, 'query'>,
  onCount: (count: number) => void,
): Promise<readonly MyReport[] | null> {
  const reports: MyReport[] = [];
  let after: string | null = null;
  do {
    const page: { data?: ResultOf<typeof MyDataDocument> | undefined; error?: unknown } = await client
      .query(MyDataDocument, { after }, { requestPolicy: 'network-only' })
      .toPromise();
    if (page.error || !page.data) return null;
    const { edges, pageInfo } = page.data.myReports;
    reports.push(...edges.map(({ node }) => node));
    onCount(reports.length);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return reports;
}
