import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import { READY_QUERIES } from '../src/analysts/ready-queries.ts';
import { createGuard } from '../src/guard/guard.ts';
import { listSizesOf } from '../src/guard/list-sizes.ts';
import { startTest } from './start.ts';

const ANALYST: Viewer = {
  kind: 'officer',
  accountId: 'analyst',
  posts: [{ role: 'ANALYST', organisationId: 'ksp' }],
  reportGrants: [],
};
const KEY: Viewer = { ...ANALYST, apiKey: { id: 'key-1', scopes: ['graph:read'] } };
const as = (viewer: Viewer | null) => startTest({ authenticate: async () => viewer });
const COOKIE = { cookie: 'session=1' };

describe('the page of analysts', () => {
  it('is there for signed-in analysts, with a policy that lets nothing inline run but its own', async () => {
    const { request } = await as(ANALYST);
    const response = await request('/analis/', { headers: COOKIE });
    const policy = response.headers.get('content-security-policy')!;
    const nonce = /'nonce-([^']+)'/.exec(policy)![1]!;
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(policy).not.toMatch(/unsafe|https?:/);
    for (const [tag] of html.matchAll(/<(?:script|style)[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`);
    for (const [, file] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect(file).toMatch(/^\/analis\//);
      expect((await request(file!, { headers: COOKIE })).status).toBe(200);
    }
  });

  it('is not there for anybody else', async () => {
    for (const viewer of [
      null,
      KEY,
      { ...ANALYST, posts: [{ role: 'AGENCY_ADMIN' as const, organisationId: 'x' }] },
    ]) {
      const { request } = await as(viewer);
      for (const path of ['/analis/', '/analis/graphiql.js', '/analis/passwd'])
        expect((await request(path, { headers: COOKIE })).status).toBe(404);
    }
  });

  it('opens with queries that the contract knows and the guard lets in', () => {
    const sdl = readFileSync(new URL('../../../packages/graph/api.graphql', import.meta.url), 'utf8');
    const schema = buildSchema(sdl);
    const guard = createGuard(100, listSizesOf(sdl));
    for (const { title, query } of READY_QUERIES) {
      expect([title, validate(schema, parse(query)).map(({ message }) => message)]).toEqual([title, []]);
      expect([title, guard.inspect(query).verdict]).toEqual([title, 'admitted']);
    }
  });
});

describe('what a query costs', () => {
  it('is told to analysts and keys, and to nobody else', async () => {
    const { graph, clock } = await as(KEY);
    const { text, headers } = await graph({ query: '{ viewer }' }, { authorization: 'Bearer lapor_key' });
    const { extensions } = JSON.parse(text);
    expect(extensions.cost).toEqual({
      requested: 10,
      charged: 10,
      left: 49_990,
      limit: 50_000,
      resetsInSeconds: 60,
    });
    expect(headers.get('x-lapor-cost-left')).toBe('49990');
    clock.advance(60_000);
    expect(
      JSON.parse((await graph({ query: '{ viewer }' }, { authorization: 'Bearer lapor_key' })).text)
        .extensions.cost.left,
    ).toBe(49_990);
    const others = await as({ ...PUBLIC_VIEWER, kind: 'citizen', accountId: 'a' });
    expect(JSON.parse((await others.graph({ query: '{ viewer }' }, COOKIE)).text).extensions).toBeUndefined();
  });

  it('follows the rows given, not the size of the page that was asked for', async () => {
    const { graph } = await as(KEY);
    const costOf = async (body: unknown) => {
      const { text, headers } = await graph(body, { authorization: 'Bearer lapor_key' });
      const { cost } = JSON.parse(text).extensions;
      expect(headers.get('x-lapor-cost')).toBe(String(cost.charged));
      expect(headers.get('x-lapor-cost-left')).toBe(String(cost.left));
      return [cost.requested, cost.charged, cost.left];
    };
    const query = 'query ($n: Int!) { books(first: $n) { id } }';
    expect(await costOf({ query, variables: { n: 3 } })).toEqual([110, 13, 49_987]);
    expect(await costOf({ query, variables: { n: 90 } })).toEqual([110, 100, 49_887]);
    expect(await costOf({ query: '{ books(first: 3) { id } }' })).toEqual([13, 13, 49_874]);
  });

  it('is all that was put aside where the answer has errors, unless nothing was fetched', async () => {
    const { graph } = await startTest({ authenticate: async () => KEY });
    const costOf = async (query: string) => {
      const { text, headers } = await graph(
        { query, variables: { n: 3 } },
        { authorization: 'Bearer lapor_key' },
      );
      const { data, errors, extensions } = JSON.parse(text);
      expect(errors).toHaveLength(1);
      expect(headers.get('x-lapor-cost')).toBe(String(extensions.cost.charged));
      expect(headers.get('x-lapor-cost-left')).toBe(String(extensions.cost.left));
      return [data === undefined, extensions.cost.charged, extensions.cost.left];
    };
    expect(await costOf('query ($n: Int!) { books(first: $n) { id } forbidden }')).toEqual([
      false,
      110,
      49_890,
    ]);
    // A mistake in writing is told before anybody is asked.
    expect(await costOf('query ($n: Int!) { books(first: $n) { id nothing } }')).toEqual([true, 10, 49_880]);
  });

  it('is refused with the time to wait when the minute’s budget is spent', async () => {
    const { graph } = await startTest({ authenticate: async () => KEY, pointsPerMinute: 25 });
    const ask = () => graph({ query: '{ viewer }' }, { authorization: 'Bearer lapor_key' });
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    const { status, errors, headers } = await ask();
    expect(status).toBe(429);
    expect(errors[0]!.extensions).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      cost: { requested: 10, charged: 0, left: 5, limit: 25 },
    });
    expect(headers.get('retry-after')).toBe('60');
  });
});
