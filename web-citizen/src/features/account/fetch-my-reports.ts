import type { Client } from 'urql';
import type { ResultOf } from '../../graphql.ts';
import { MyDataDocument } from './my-data.graphql.ts';
import { ExportOwnDataDocument } from './own-data.graphql.ts';

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

/** What the server keeps under seal of each own report, by its number: name, contacts, address, the masked NIK. */
export async function fetchSealed(
  client: Pick<Client, 'mutation'>,
): Promise<ReadonlyMap<string, unknown> | null> {
  const { data } = await client.mutation(ExportOwnDataDocument, { reportId: null }).toPromise();
  const result = data?.result;
  // An account without reports has nothing under seal.
  if (result?.__typename === 'NotFound') return new Map();
  if (result?.__typename !== 'OwnDataExported') return null;
  const { reports } = JSON.parse(result.content) as { reports: { number: string; identity: unknown }[] };
  return new Map(reports.map(({ number, identity }) => [number, identity]));
}
