import { expect, test } from 'vitest';
import type { Client } from 'urql';
import { fetchMyReports, fetchSealed } from './fetch-my-reports.ts';

const pagesOf = (pages: Record<string, unknown>) =>
  ({
    query: (_document: unknown, { after }: { after: string | null }) => ({
      toPromise: async () => pages[after ?? ''],
    }),
  }) as unknown as Pick<Client, 'query'>;
const page = (numbers: readonly string[], endCursor: string | null) => ({
  data: {
    myReports: {
      edges: numbers.map((number) => ({ node: { number } })),
      pageInfo: { hasNextPage: endCursor !== null, endCursor },
    },
  },
});

test('every page is fetched, in order, and counted', async () => {
  const counts: number[] = [];
  const client = pagesOf({ '': page(['3', '2'], 'b'), b: page(['1'], null) });
  const reports = await fetchMyReports(client, (count) => counts.push(count));
  expect(reports?.map(({ number }) => number)).toEqual(['3', '2', '1']);
  expect(counts).toEqual([2, 3]);
});

test('nobody has none', async () =>
  expect(await fetchMyReports(pagesOf({ '': page([], null) }), () => undefined)).toEqual([]));

test('a page that fails leaves nothing half', async () => {
  const client = pagesOf({ '': page(['2'], 'b'), b: { error: new Error('network') } });
  expect(await fetchMyReports(client, () => undefined)).toBeNull();
});

test('partly answered is not answered', async () => {
  const client = pagesOf({ '': { ...page(['2'], null), error: new Error('one part is missing') } });
  expect(await fetchMyReports(client, () => undefined)).toBeNull();
});

const answering = (result: unknown) =>
  ({
    mutation: () => ({ toPromise: async () => ({ data: result ? { result } : undefined }) }),
  }) as unknown as Pick<Client, 'mutation'>;

test('what is kept under seal is found by the number of its report', async () => {
  const identity = { name: 'Rina', phone: null };
  const content = JSON.stringify({
    reports: [
      { number: '3', identity },
      { number: '2', identity: null },
    ],
  });
  expect(await fetchSealed(answering({ __typename: 'OwnDataExported', content }))).toEqual(
    new Map([
      ['3', identity],
      ['2', null],
    ]),
  );
});

test('an account without reports has nothing under seal; no answer is not nothing', async () => {
  expect(await fetchSealed(answering({ __typename: 'NotFound' }))).toEqual(new Map());
  expect(await fetchSealed(answering({ __typename: 'TooManyRequests' }))).toBeNull();
  expect(await fetchSealed(answering(null))).toBeNull();
});
