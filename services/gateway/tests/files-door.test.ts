import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import type { Behaviour } from './library.ts';
import { CLIENT, startTest } from './start.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const PREVIEW = 'query PreviewUnits($csv: String!) { previewUnits(csv: $csv) }';
const MIXED = 'query Mixed($csv: String!) { previewUnits(csv: $csv) books { id } }';
const BOOKS = 'query Books { books { id } }';
const persistedDocuments = Object.fromEntries([PREVIEW, MIXED, BOOKS].map((text) => [sha256(text), text]));

const officer: Viewer = {
  ...PUBLIC_VIEWER,
  kind: 'officer',
  accountId: 'admin-1',
  posts: [{ role: 'AGENCY_ADMIN', organisationId: 'pemkot-13-71' }],
};
const viewers: Record<string, Viewer | null> = {
  'key of an agency': { ...officer, apiKey: { id: 'k', scopes: ['graph:write'] } },
  officer,
  'officer who still has to enrol': { ...officer, posts: [] },
  citizen: { ...PUBLIC_VIEWER, kind: 'citizen', accountId: 'warga' },
  nobody: null,
};

/** A thousand lines as an agency has them, and one byte beyond what is taken. */
const lines =
  'dinas-baru,Dinas Pekerjaan Umum dan Penataan Ruang,DPUPR,,13.71,,Jalan Raya 1,,,,,,,,\n'.repeat(1_000);
const tooLong = 'x'.repeat(1024 * 1024);

async function start(behaviour: Behaviour = {}) {
  const test = await startTest(
    {
      persistedDocuments,
      authenticate: async ({ cookie }) => viewers[cookie ?? ''] ?? null,
      subgraphTimeoutMilliseconds: 100,
    },
    behaviour,
  );
  return async (path: string, text: string, { as = 'officer', csv = lines, sendText = false } = {}) => {
    const response = await test.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...CLIENT, ...(as === 'nobody' ? {} : { cookie: as }) },
      body: JSON.stringify({
        ...(sendText ? { query: text } : {}),
        variables: { csv },
        extensions: { persistedQuery: { version: 1, sha256Hash: sha256(text) } },
      }),
    });
    const { data, errors = [] } = (await response.json()) as {
      data?: Record<string, unknown>;
      errors?: { extensions: { code: string; limit?: string } }[];
    };
    const [told] = errors.map(({ extensions }) => extensions.limit ?? extensions.code);
    return { status: response.status, data, told };
  };
}

describe('the door for files', () => {
  it('takes a file of a thousand lines from an officer, which the other one does not', async () => {
    const ask = await start();
    expect(await ask('/graphql/files', PREVIEW)).toEqual({
      status: 200,
      data: { previewUnits: lines.length },
      told: undefined,
    });
    expect(await ask('/graphql', PREVIEW)).toMatchObject({ status: 400, told: 'bodyBytes' });
    expect(await ask('/graphql', PREVIEW, { csv: 'short' })).toMatchObject({ status: 200 });
  });

  it('is open to officers with a post alone, before a byte of the body is read', async () => {
    const ask = await start();
    for (const as of ['officer who still has to enrol', 'key of an agency', 'citizen', 'nobody'])
      for (const csv of [lines, tooLong])
        expect(await ask('/graphql/files', PREVIEW, { as, csv }), as).toMatchObject({
          status: 403,
          told: 'FORBIDDEN',
        });
  });

  it('lets nothing else in: neither other persisted documents, nor texts, nor more than a megabyte', async () => {
    const ask = await start();
    for (const text of [BOOKS, MIXED])
      expect(await ask('/graphql/files', text), text).toMatchObject({ status: 400, told: 'fileDocuments' });
    const own = 'query Own($csv: String!) { previewUnits(csv: $csv) }';
    expect(await ask('/graphql/files', own, { sendText: true })).toMatchObject({
      status: 400,
      told: 'fileDocuments',
    });
    expect(await ask('/graphql/files', PREVIEW, { csv: tooLong })).toMatchObject({
      status: 400,
      told: 'bodyBytes',
    });
  });

  it('waits for what became of the file longer than for anything else', async () => {
    // Longer than a fetch may take.
    const ask = await start({ preview: () => new Promise((done) => setTimeout(done, 300)) });
    expect(await ask('/graphql/files', PREVIEW)).toMatchObject({ data: { previewUnits: lines.length } });
    expect(await ask('/graphql', PREVIEW, { csv: 'short' })).toMatchObject({ told: 'SERVICE_UNAVAILABLE' });
  });

  it('needs the header of an application, as everywhere', async () => {
    const test = await startTest({ persistedDocuments, authenticate: async () => officer });
    const { status } = await test.request('/graphql/files', {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: 'x' },
      body: '{}',
    });
    expect(status).toBe(403);
  });
});
