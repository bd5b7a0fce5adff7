import type { FastifyInstance } from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLogger } from '@lapor/logging';
import { serveService, type Service } from '@lapor/subgraph';
import type { Viewer } from '@lapor/viewer';
import { environment } from '../src/environment.ts';
import { remoteAuthentication, remoteHealth, remoteReadiness } from '../src/remote-services.ts';
import { createLibrary, type Seen } from './library.ts';
import { SECRET, startTest, tokens } from './start.ts';

const officer: Viewer = {
  kind: 'officer',
  accountId: 'a-1',
  posts: [{ role: 'FIELD_OFFICER', organisationId: 'opd-1' }],
  reportGrants: [],
};

/** A service served as its own `main` serves it. */
async function serve(parts: Partial<Service>): Promise<string> {
  const service: Service = {
    name: 'library',
    receiveEvents: async () => ({ accepted: 0 }) as never,
    connect: () => {},
    ready: async () => {},
    health: async () => ({ jobs: [], outbox: [], waiting: [] }),
    settle: async () => 0,
    [Symbol.asyncDispose]: async () => {},
    ...parts,
  };
  const server: FastifyInstance = await serveService({
    service,
    tokens,
    logger: createLogger('library', 'silent'),
    port: 0,
  });
  onTestFinished(() => server.close());
  const address = server.server.address() as { port: number };
  return `http://127.0.0.1:${address.port}`;
}

describe('services in processes of their own', () => {
  it('see the same viewer as services in the process of the gateway, from a session to the resolver', async () => {
    const seen: Seen = { contexts: [] };
    const { books, reviews } = createLibrary({}, seen);
    const booksUrl = await serve({ subgraph: books });
    const reviewsUrl = await serve({
      subgraph: reviews,
      routes: async (server) => {
        server.get('/files/mine', async ({ viewer }) => viewer);
      },
    });
    const identityUrl = await serve({
      internalRoutes: async (server) => {
        server.post<{ Body: { cookie?: string; authorization?: string } }>(
          '/internal/authenticate',
          async ({ body: { cookie, authorization } }) => ({
            token: cookie === 'session=good' && !authorization ? await tokens.signViewer(officer) : null,
          }),
        );
      },
    });
    const { graph, request } = await startTest({
      subgraphs: {
        books: { kind: 'remote', url: `${booksUrl}/graphql` },
        reviews: { kind: 'remote', url: `${reviewsUrl}/graphql` },
      },
      authenticate: remoteAuthentication(identityUrl, tokens),
      routes: [{ kind: 'remote', prefixes: ['/files'], url: reviewsUrl }],
    });
    const grant = await tokens.signReportGrant('r-1', new Date(Date.now() + 60_000));
    const headers = { cookie: 'session=good', 'report-grant': grant };
    const { data } = await graph(
      { query: '{ viewer reviewer book(id: "1") { publishedAt review } }' },
      headers,
    );
    const viewer = JSON.parse(data.viewer) as Viewer;
    expect(viewer).toMatchObject({ ...officer, reportGrants: ['r-1'] });
    expect(viewer.source).toMatch(/^[\w-]{22}$/);
    expect(JSON.parse(data.reviewer)).toEqual(viewer);
    expect(data.book).toEqual({ publishedAt: '2026-11-20T02:40:00.000Z', review: 'Fine: 1' });
    expect(await (await request('/files/mine', { headers })).json()).toEqual(viewer);
    expect(
      JSON.parse((await graph({ query: '{ viewer }' }, { cookie: 'session=old' })).data.viewer),
    ).toMatchObject({
      kind: 'public',
    });
  });

  it('are asked whether they are ready', async () => {
    const well = await serve({});
    const ill = await serve({ ready: () => Promise.reject(new Error('no database')) });
    const readiness = remoteReadiness({ well, ill, gone: 'http://127.0.0.1:1' });
    expect(await readiness()).toEqual({ well: true, ill: false, gone: false });
  });

  it('are asked how their jobs do, and tell nobody but services', async () => {
    const health = {
      jobs: [],
      outbox: [{ subscriber: 'sla', undelivered: 3, oldestAt: null, heldStreams: 0 }],
      waiting: [],
    };
    const well = await serve({ health: async () => health });
    const ask = remoteHealth({ well, gone: 'http://127.0.0.1:1' }, tokens);
    const told = await Promise.all(
      ask().map(async ({ name, health: one }) => [name, await one.catch(() => null)]),
    );
    expect(told).toEqual([
      ['well', health],
      ['gone', null],
    ]);
    expect((await fetch(`${well}/internal/health`)).status).toBe(401);
  });

  it('do not make a viewer of an identity service that fails or answers for another secret', async () => {
    const failing = await serve({
      internalRoutes: async (server) => {
        server.post('/internal/authenticate', async () => ({ token: 'forged' }));
      },
    });
    expect(await remoteAuthentication(failing, tokens)({ cookie: 'c' })).toBeNull();
    const absent = await serve({});
    await expect(remoteAuthentication(absent, tokens)({ cookie: 'c' })).rejects.toThrow('404');
  });
});

describe('the settings', () => {
  const urls = Object.fromEntries(
    ['REPORTS', 'ORGANISATIONS', 'SLA', 'IDENTITY', 'CHANNELS'].map((name) => [
      `${name}_URL`,
      'http://10.0.0.1:4000',
    ]),
  );
  it('are production unless said otherwise, and trust no proxy', () => {
    const settings = environment({ ...urls, SERVICE_SECRET: SECRET, PUBLIC_URL: 'https://lapor.example/' });
    expect(settings).toMatchObject({
      NODE_ENV: 'production',
      TRUST_PROXY: false,
      PUBLIC_URL: 'https://lapor.example',
    });
    const trusting = {
      ...urls,
      SERVICE_SECRET: SECRET,
      PUBLIC_URL: 'https://x.example',
      TRUST_PROXY: '10.0.0.0/8, ::1',
    };
    expect(environment(trusting).TRUST_PROXY).toEqual(['10.0.0.0/8', '::1']);
  });
  it('are all named when they are missing', () => {
    expect(() => environment({})).toThrow(/REPORTS_URL[\s\S]*SERVICE_SECRET[\s\S]*PUBLIC_URL/);
  });
});
