import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import { hashOf } from '../src/guard/guard.ts';
import type { PageServer } from '../src/index.ts';
import { startTest, tokens } from './start.ts';

const BOOKS = 'query Books { books { id title } }';
const VIEWER = 'query Viewer { viewer }';
const REVIEWS = 'query Reviews { books { id review } }';
const ADD = 'mutation Add { addBook(title: "x") { id } }';
const HOUR = new Date(Date.now() + 3_600_000);

const bodyOf = (document: string, name: string) => ({
  operationName: name,
  variables: {},
  extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(document) } },
});

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'first-'));
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>as it was built</title>');
});
afterAll(() => rm(directory, { recursive: true }));

/** A gateway whose pages consist of the answer that came along, and of the query they were asked with. */
async function start(body: object, overrides: Parameters<typeof startTest>[0] = {}, behaviour = {}) {
  const createServer = (): PageServer => ({
    page: async (_template, _path, { query, firstAnswer }) => ({
      status: 200,
      html: `${query}|${(await firstAnswer(JSON.stringify(body))) ?? 'none'}`,
    }),
    file: async () => null,
  });
  const test = await startTest(
    {
      pages: [{ directory, base: '/', createServer }],
      persistedDocuments: Object.fromEntries(
        [BOOKS, VIEWER, REVIEWS, ADD].map((text) => [hashOf(text), text]),
      ),
      publicFields: new Set(['Query.books', 'Book.id', 'Book.title', 'Book.review']),
      publicAnswerMilliseconds: 60_000,
      ...overrides,
    },
    behaviour,
  );
  const page = async (headers: Record<string, string> = {}, path = '/laporan?q=a%20b') =>
    (await test.request(path, { headers: { accept: 'text/html', ...headers } })).text();
  return { ...test, page };
}

describe('the answer that comes with a page', () => {
  it('is word for word what would be told a moment later, out of what readers share', async () => {
    const { page, graph, seen } = await start(bodyOf(BOOKS, 'Books'));
    const text = await page();
    expect(text).toMatch(/^q=a%20b\|\{"data":\{"books":/);
    expect(text).toBe(`q=a%20b|${(await graph(bodyOf(BOOKS, 'Books'))).text}`);
    expect(await page()).toBe(text);
    expect(seen.contexts).toHaveLength(1);
  });

  it('is that of nobody, from the network that asks', async () => {
    const { page, seen } = await start(bodyOf(VIEWER, 'Viewer'));
    const text = await page();
    expect(text).toContain('\\"kind\\":\\"public\\"');
    expect(text).toContain('\\"source\\"');
    await page();
    // What speaks of the viewer is shared with nobody.
    expect(seen.contexts).toHaveLength(2);
  });

  const citizen: Viewer = { kind: 'citizen', accountId: 'c', posts: [], reportGrants: [] };
  it.each<[string, () => Promise<Record<string, string>>]>([
    ['a session', async () => ({ cookie: 'session=good' })],
    ['a session that has ended', async () => ({ cookie: 'session=bad' })],
    ['a cookie of whatever kind', async () => ({ cookie: 'theme=dark' })],
    ['an API key', async () => ({ authorization: 'Bearer good' })],
    ['the grant of a report', async () => ({ 'report-grant': await tokens.signReportGrant('r', HOUR) })],
    ['a bad grant', async () => ({ 'report-grant': 'nonsense' })],
  ])('is nothing for somebody with %s, and nothing is asked', async (_what, headersOf) => {
    const { page, seen } = await start(bodyOf(BOOKS, 'Books'), {
      authenticate: async ({ cookie, authorization }) =>
        cookie?.includes('good')
          ? citizen
          : authorization
            ? { ...PUBLIC_VIEWER, apiKey: { id: 'k', scopes: ['graph:read'] } }
            : null,
    });
    expect(await page(await headersOf())).toBe('q=a%20b|none');
    expect(seen.contexts).toHaveLength(0);
    // Nor after somebody without one.
    await page();
    expect(await page(await headersOf())).toBe('q=a%20b|none');
  });

  it('is nothing without a whole answer', async () => {
    const { page } = await start(
      bodyOf(REVIEWS, 'Reviews'),
      {},
      {
        review: () => {
          throw new Error('gone');
        },
      },
    );
    expect(await page()).toBe('q=a%20b|none');
  });

  it('is nothing to a document that is not known, and nothing is changed by opening a page', async () => {
    const { page } = await start(bodyOf('query Other { books { id } }', 'Other'));
    expect(await page({}, '/laporan')).toBe('|none');
    const changing = await start(bodyOf(ADD, 'Add'));
    expect(await changing.page()).toBe('q=a%20b|none');
    expect(changing.seen.contexts).toHaveLength(0);
  });

  it('travels with a page that nobody keeps', async () => {
    const { request } = await start(bodyOf(BOOKS, 'Books'));
    const { headers } = await request('/laporan', { headers: { accept: 'text/html' } });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
  });
});
