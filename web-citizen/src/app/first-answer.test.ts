// @vitest-environment happy-dom
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gql } from '@urql/core';
import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createGraphClient, grants } from '@lapor/web-client';
import { takeFirstAnswer } from './first-answer.ts';
import { LookAroundDocument } from '../features/public-reports/look-around.graphql.ts';
import { readFilter, variablesOf } from '../features/public-reports/list-filter.ts';
import { ReportPageDocument } from '../features/report/report.graphql.ts';
import PublicReports from '../routes/public-reports.tsx';
import { visit } from '../visit.testing.tsx';
import { firstQuestion, withFirstAnswer } from '../../server/first-answer.ts';
import { routeOf } from '../../server/routes.ts';

const NUMBER = '48213097';
const question = firstQuestion(routeOf(`/laporan/${NUMBER}`), '')!;
const ANSWER = JSON.stringify({
  data: { report: { __typename: 'Report', id: 'r', title: '</script><!-- <b>&\u2028"\'' } },
});

/** A page that came with an answer, and how often its application went to the network all the same. */
function opened(page = withFirstAnswer('<body></body>', question, ANSWER)) {
  document.body.innerHTML = page.replace(/<\/?body>/g, '');
  const sent: string[] = [];
  vi.stubGlobal('fetch', async (_url: string, init: { body: string }) => {
    sent.push(init.body);
    return new Response('{"data":{"report":null}}');
  });
  const client = createGraphClient({ application: 'web-citizen', atHand: takeFirstAnswer });
  const ask = (number = NUMBER) =>
    client.query(ReportPageDocument, { number }, { requestPolicy: 'network-only' }).toPromise();
  return { client, sent, ask };
}

afterEach(() => {
  grants.forgetGrants();
  vi.unstubAllGlobals();
});

describe('the answer that comes with a page', () => {
  it('is taken for the question of the page, word for word, and once', async () => {
    const { ask, sent } = opened();
    expect((await ask()).data?.report).toEqual(JSON.parse(ANSWER).data.report);
    expect(sent).toEqual([]);
    expect(document.getElementById('first-answer')).toBeNull();
    expect((await ask()).data?.report).toBeNull();
    expect(sent).toEqual([question]);
  });

  it('is gone when something else is asked first', async () => {
    const { ask, sent } = opened();
    await ask('10245678');
    await ask();
    expect(sent).toHaveLength(2);
    const change = opened();
    await change.client
      .mutation(
        gql`
          mutation Any {
            any
          }
        `,
        {},
      )
      .toPromise();
    await change.ask();
    expect(change.sent).toHaveLength(2);
  });

  it('is enough for the page: it is there, and nothing is asked', async () => {
    const none = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
    const facets = { states: [], kinds: [], categories: [], regions: [] };
    opened(
      withFirstAnswer(
        '<body></body>',
        firstQuestion(routeOf('/laporan'), '')!,
        JSON.stringify({ data: { publicReports: none, reportFacets: facets } }),
      ),
    );
    const { asked } = await visit(PublicReports, { path: '/laporan', answers: {} });
    await screen.findByText('Belum ada laporan yang tampil');
    expect(asked).toEqual([]);
  });

  it('is nothing for whoever holds the right to a report', async () => {
    grants.rememberGrant('r', 'token', '2999-01-01T00:00:00Z');
    const { ask, sent } = opened();
    expect((await ask()).data?.report).toBeNull();
    expect(sent).toEqual([question]);
  });

  it('cannot leave the block it stands in, and names its question in full', () => {
    const page = withFirstAnswer('<body></body>', question, ANSWER);
    expect(page.match(/<\/?script/g)).toEqual(['<script', '</script']);
    expect(page).not.toMatch(/<!--|<b>|\u2028/);
    opened(page);
    const block = document.querySelector('script')!;
    expect(block.type).toBe('application/json');
    expect(block.dataset['question']).toBe(question);
    expect(JSON.parse(block.textContent)).toEqual(JSON.parse(ANSWER));
  });

  it('stays behind when it is so long that the page would come late', () => {
    expect(withFirstAnswer('<body></body>', question, `"${'x'.repeat(100_000)}"`)).toBe('<body></body>');
  });
});

describe('what a page asks first', () => {
  /** The body that the application posts. */
  async function posted(ask: (client: ReturnType<typeof createGraphClient>) => Promise<unknown>) {
    const { client, sent } = opened('<body></body>');
    await ask(client);
    return sent[0];
  }

  it.each(['', 'q=lampu%20jalan&wilayah=13.71&urut=tenggat', 'kategori=a.b&status=proses&dari=2026-11-01'])(
    'of a list is what the list asks: "%s"',
    async (query) => {
      const variables = variablesOf(readFilter(query));
      expect(firstQuestion(routeOf('/laporan'), query)).toBe(
        await posted((client) => client.query(LookAroundDocument, variables).toPromise()),
      );
    },
  );

  it('is not known of a map, and of no other page', () => {
    for (const [path, query] of [
      ['/laporan', 'tampilan=peta'],
      ['/', ''],
      ['/lapor', ''],
      ['/akun', ''],
      ['/laporan/123', ''],
    ] as const)
      expect(firstQuestion(routeOf(path), query)).toBeNull();
  });

  it('names documents that the gateway knows', () => {
    const documents = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../packages/graph/persisted/web-citizen.json'), 'utf8'),
    ) as Record<string, string>;
    for (const asked of [question, firstQuestion(routeOf('/laporan'), '')!]) {
      const { operationName, extensions } = JSON.parse(asked);
      const { sha256Hash } = extensions.persistedQuery;
      expect(documents[sha256Hash]).toMatch(new RegExp(`^query ${operationName}\\b`));
      expect(createHash('sha256').update(documents[sha256Hash]!).digest('hex')).toBe(sha256Hash);
    }
  });
});
