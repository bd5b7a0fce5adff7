import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '@lapor/logging';
import { serveService } from '@lapor/subgraph';
import { createTokens, POST_ROLES, PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import { KEY_REQUESTS_PER_MINUTE } from '../src/modules/api-keys/index.ts';
import { ANALYST, CITY_ADMIN, DESK, LIAISON, officer as signedIn, registerOfficer } from './people.ts';
import { runIdentity, SERVICE_SECRET, type RunningIdentity } from './running-identity.ts';

const DAY = 86_400_000;
const officer = (accountId: string, ...posts: Viewer['posts']): Viewer => ({
  kind: 'officer',
  accountId,
  posts,
  reportGrants: [],
});
const analyst = officer('analyst-1', ANALYST);
const admin = officer('admin-1', CITY_ADMIN);
const forSystem = {
  accountId: 'admin-1',
  organisationId: CITY_ADMIN.organisationId,
  label: 'Aplikasi kota',
  days: 90,
};

describe('an API key', () => {
  let running: RunningIdentity;
  beforeAll(async () => {
    running = await runIdentity();
  });
  afterAll(() => running[Symbol.asyncDispose]());
  beforeEach(async () => {
    await running.identity.settle();
    await running.reset();
    await registerOfficer(running, 'analyst-1', [ANALYST]);
  });
  const create = (viewer: Viewer = analyst, more: object = {}) =>
    running.identity.createApiKey({ accountId: 'analyst-1', label: 'Laptop', days: 30, ...more }, viewer);
  const created = async (viewer?: Viewer, more?: object) => {
    const result = await create(viewer, more);
    if (!result.ok) throw new Error(result.code);
    return result;
  };
  const viewerOf = (key: string) => running.identity.authenticate({ authorization: `Bearer ${key}` });

  it('stands for its owner as an analyst, never with another post the owner holds', async () => {
    await running.posts('analyst-1', [ANALYST, DESK]);
    const { id, key } = await created();
    expect(key).toMatch(/^lapor_[\w-]{43}$/);
    expect(await viewerOf(key)).toEqual({
      kind: 'officer',
      accountId: 'analyst-1',
      posts: [ANALYST],
      reportGrants: [],
      apiKey: { id, scopes: ['graph:read'] },
    });
    await running.posts('analyst-1', [DESK]);
    expect(await viewerOf(key)).toBeNull();
  });

  it('of an organisation’s system reads as its liaison officer and is nobody’s account', async () => {
    await registerOfficer(running, 'admin-1', [CITY_ADMIN]);
    const { id, key } = await created(admin, { ...forSystem, scopes: ['reports:read', 'graph:write'] });
    expect(await viewerOf(key)).toEqual({
      kind: 'officer',
      accountId: `key:${id}`,
      posts: [{ role: 'LIAISON_OFFICER', organisationId: CITY_ADMIN.organisationId }],
      reportGrants: [],
      apiKey: { id, scopes: ['reports:read', 'graph:write'] },
    });
  });

  it('has the scopes that fit its kind', async () => {
    await registerOfficer(running, 'admin-1', [CITY_ADMIN]);
    for (const scopes of [['reports:read'], ['graph:read', 'graph:write'], ['graph:write'], [], ['all']])
      expect(await create(analyst, { scopes }), String(scopes)).toMatchObject({ code: 'INVALID_INPUT' });
    for (const scopes of [['graph:read'], ['graph:write'], ['graph:read', 'graph:write']])
      expect(await create(admin, { ...forSystem, scopes })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await create(admin, { ...forSystem, scopes: ['reports:read', 'reports:read'] })).toMatchObject({
      ok: true,
    });
  });

  it('loses its power with the post it rests on, and gets it back with it', async () => {
    await registerOfficer(running, 'admin-1', [CITY_ADMIN]);
    const system = (await created(admin, { ...forSystem, scopes: ['reports:read'] })).key;
    const own = (await created()).key;
    const inForce = async () => [(await viewerOf(system)) !== null, (await viewerOf(own)) !== null];
    expect(await inForce()).toEqual([true, true]);
    const soon = new Date(running.clock.now().getTime() + 1000).toISOString();
    await running.posts('admin-1', [LIAISON, { ...CITY_ADMIN, until: soon }]);
    await running.posts('analyst-1', [ANALYST], { isSuspended: true });
    expect(await inForce()).toEqual([true, false]);
    running.clock.advance(1000);
    expect(await inForce()).toEqual([false, false]);
    await running.posts('admin-1', [{ ...CITY_ADMIN, organisationId: 'pemkot-13-71' }]);
    expect(await inForce()).toEqual([false, false]);
    await running.posts('admin-1', [CITY_ADMIN]);
    await running.posts('analyst-1', [ANALYST]);
    expect(await inForce()).toEqual([true, true]);
  });

  it('is nothing when it is wrong, run out or revoked', async () => {
    const { key, id } = await created();
    expect(await viewerOf(`${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
    running.clock.advance(30 * DAY - 1);
    expect(await viewerOf(key)).not.toBeNull();
    running.clock.advance(1);
    expect(await viewerOf(key)).toBeNull();
    running.clock.set('2026-11-20T02:40:00.000Z');
    expect(await running.identity.revokeApiKey({ keyId: id }, analyst)).toEqual({ ok: true });
    expect(await viewerOf(key)).toBeNull();
    expect(await running.identity.revokeApiKey({ keyId: id }, analyst)).toMatchObject({ ok: false });
  });

  it('is stored as a hash only', async () => {
    const { key } = await created();
    const [{ row }] = (await running.sql('select k::text as row from identity.api_key k')) as [
      { row: string },
    ];
    expect(row).not.toContain(key.slice(6, 20));
    expect(row).not.toContain(Buffer.from(key).toString('hex').slice(12, 40));
  });

  it('is counted by day without a write for each request', async () => {
    const browser = await signedIn(running, 'analyst-2', ANALYST);
    const { key } = (await browser.post('/api-keys', { label: 'Laptop', days: 60 })).body;
    const use = async (times: number) => {
      for (let time = 0; time < times; time++) await viewerOf(key);
    };
    await use(5);
    expect(await running.sql('select 1 from identity.api_key_use')).toEqual([]);
    await running.identity.settle();
    await use(2);
    const usage = async () => {
      const { keys } = (await browser.get('/api-keys')).body;
      return [keys[0].requestsToday, keys[0].requestsLast30Days, keys[0].lastUsedAt];
    };
    expect(await usage()).toEqual([7, 7, '2026-11-20T02:40:00.000Z']);
    // Half past midnight in Jakarta is another day, whatever the day is in Greenwich.
    running.clock.set('2026-11-20T17:30:00.000Z');
    await use(1);
    expect(await usage()).toEqual([1, 8, '2026-11-20T17:30:00.000Z']);
    running.clock.advance(29 * DAY);
    const again = await running.identity.authenticate({ authorization: `Bearer ${key}` });
    expect(again).not.toBeNull();
    await running.identity.settle();
    expect(
      await running.sql(
        `select to_char(day, 'YYYY-MM-DD') as day, requests from identity.api_key_use order by day`,
      ),
    ).toEqual([
      { day: '2026-11-20', requests: 7 },
      { day: '2026-11-21', requests: 1 },
      { day: '2026-12-20', requests: 1 },
    ]);
  });

  it('is held back after so many requests in a minute, without asking the database, and others are not', async () => {
    const { key } = await created();
    const { key: other } = await created();
    for (let request = 0; request < KEY_REQUESTS_PER_MINUTE; request++) await viewerOf(key);
    await expect(viewerOf(key)).rejects.toMatchObject({ statusCode: 429, retryAfterSeconds: 60 });
    running.clock.advance(40_000);
    await expect(viewerOf(key)).rejects.toMatchObject({ retryAfterSeconds: 20 });
    expect(await viewerOf(other)).not.toBeNull();
    await running.sql('alter table identity.api_key rename to hidden');
    await expect(viewerOf(key)).rejects.toMatchObject({ statusCode: 429 });
    await running.sql('alter table identity.hidden rename to api_key');
    running.clock.advance(20_000);
    expect(await viewerOf(key)).not.toBeNull();
    // Refused requests are no use.
    await running.identity.settle();
    expect(await running.sql('select sum(requests)::int as sum from identity.api_key_use')).toEqual([
      { sum: KEY_REQUESTS_PER_MINUTE + 2 },
    ]);
  });

  it('is held back over HTTP too', async () => {
    const { key } = await created();
    const tokens = createTokens(SERVICE_SECRET);
    const logger = createLogger('identity', 'silent');
    const server = await serveService({ service: running.identity, tokens, logger, port: 0 });
    for (let request = 0; request < KEY_REQUESTS_PER_MINUTE; request++) await viewerOf(key);
    const answer = await server.inject({
      method: 'POST',
      url: '/internal/authenticate',
      payload: { authorization: `Bearer ${key}` },
      headers: { authorization: `Bearer ${await tokens.signService('gateway')}` },
    });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '60']);
    await server.close();
  });

  it('can be made and ended by its owner as analyst and by the national desk, by nobody else', async () => {
    const { id } = await created();
    const viewers: [Viewer, boolean][] = [
      [PUBLIC_VIEWER, false],
      [{ kind: 'citizen', accountId: 'analyst-1', posts: [], reportGrants: [] }, false],
      [officer('analyst-1'), false],
      [{ ...analyst, apiKey: { id: 'k', scopes: ['graph:read', 'graph:write'] } }, false],
      [{ ...officer('other', DESK), apiKey: { id: 'k', scopes: ['graph:write'] } }, false],
      ...POST_ROLES.flatMap((role): [Viewer, boolean][] => [
        [officer('other', { role, organisationId: 'ksp' }), role === 'NATIONAL_ADMIN'],
        [
          officer('analyst-1', { role, organisationId: 'ksp' }),
          role === 'NATIONAL_ADMIN' || role === 'ANALYST',
        ],
      ]),
    ];
    for (const [viewer, may] of viewers) {
      const label = JSON.stringify(viewer);
      const made = await create(viewer);
      expect(made.ok, label).toBe(may);
      if (!made.ok) {
        expect(made.code).toBe('NOT_FOUND');
        expect((await running.identity.revokeApiKey({ keyId: id }, viewer)).ok, label).toBe(false);
      } else {
        expect((await running.identity.revokeApiKey({ keyId: made.id }, viewer)).ok, label).toBe(true);
      }
    }
    const unknown = { keyId: '00000000-0000-4000-8000-000000000000' };
    const desk = officer('desk', DESK);
    expect((await running.identity.revokeApiKey(unknown, desk)).ok).toBe(false);
    expect((await running.identity.revokeApiKey({ keyId: `' or 1=1` }, desk)).ok).toBe(false);
    expect(await create(desk, { accountId: 'nobody' })).toEqual({ ok: false, code: 'NOT_FOUND' });
  });

  it('of an organisation is made and ended by its agency admin and the national desk, by nobody else', async () => {
    await registerOfficer(running, 'admin-1', [CITY_ADMIN]);
    await registerOfficer(running, 'other', [DESK]);
    const organisationId = CITY_ADMIN.organisationId;
    const { id } = await created(admin, { ...forSystem, scopes: ['reports:read'] });
    for (const role of POST_ROLES)
      for (const at of [organisationId, 'pemkot-13-71', 'opd-13-77-disdukcapil']) {
        const viewer = officer('other', { role, organisationId: at });
        const may = role === 'NATIONAL_ADMIN' || (role === 'AGENCY_ADMIN' && at === organisationId);
        const made = await create(viewer, { ...forSystem, accountId: 'other', scopes: ['reports:read'] });
        expect(made.ok, `${role} ${at}`).toBe(may);
        if (made.ok) await running.identity.revokeApiKey({ keyId: made.id }, viewer);
        else
          expect((await running.identity.revokeApiKey({ keyId: id }, viewer)).ok, `${role} ${at}`).toBe(
            false,
          );
      }
    // Nobody makes one in somebody else's name.
    const inHisName = await create(officer('other', DESK), { ...forSystem, scopes: ['reports:read'] });
    expect(inHisName).toEqual({ ok: false, code: 'NOT_FOUND' });
  });

  it('needs a label and a time limit', async () => {
    for (const wrong of [
      { label: ' ' },
      { label: 'x'.repeat(81) },
      { days: 0 },
      { days: 367 },
      { days: 1.5 },
      { scopes: ['all'] },
    ])
      expect(await create(undefined, wrong)).toEqual({ ok: false, code: 'INVALID_INPUT' });
  });

  it('is recorded when made and ended, by whom and which', async () => {
    const { id } = await created();
    await running.identity.revokeApiKey({ keyId: id }, officer('desk-1', DESK));
    expect(
      await running.sql(
        `select action, account_id, actor_id, detail from identity.audit_entry where action like 'API%' order by id`,
      ),
    ).toEqual([
      { action: 'API_KEY_CREATED', account_id: 'analyst-1', actor_id: 'analyst-1', detail: id },
      { action: 'API_KEY_REVOKED', account_id: 'analyst-1', actor_id: 'desk-1', detail: id },
    ]);
  });

  it('is made, listed and ended over HTTP by whoever may manage it, not with another key and not from another site', async () => {
    const browser = running.browser();
    const ask = { label: 'Laptop', days: 30 };
    expect((await browser.post('/api-keys', ask)).status).toBe(401);
    const own = await signedIn(running, 'analyst-2', ANALYST);
    expect((await own.post('/api-keys', ask, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await own.post('/api-keys', { label: '' })).status).toBe(400);
    const made = await own.post('/api-keys', ask);
    expect(made.status).toBe(201);
    expect(await viewerOf(made.body.key)).toMatchObject({ posts: [ANALYST] });
    const bearer = { authorization: `Bearer ${made.body.key}` };
    expect((await running.browser().post('/api-keys', ask, bearer)).status).toBe(401);
    expect((await running.browser().get('/api-keys', bearer)).status).toBe(401);
    expect((await running.browser().delete(`/api-keys/${made.body.id}`)).status).toBe(401);

    const cityAdmin = await signedIn(running, 'admin-1', CITY_ADMIN, LIAISON);
    const system = await cityAdmin.post('/api-keys', {
      ...ask,
      organisationId: CITY_ADMIN.organisationId,
      scopes: ['reports:read', 'graph:write'],
    });
    expect(system.status).toBe(201);
    expect((await cityAdmin.get('/api-keys')).body.keys).toEqual([
      {
        id: system.body.id,
        label: 'Laptop',
        scopes: ['reports:read', 'graph:write'],
        organisationId: CITY_ADMIN.organisationId,
        accountId: 'admin-1',
        createdAt: '2026-11-20T02:40:00.000Z',
        expiresAt: '2026-12-20T02:40:00.000Z',
        revokedAt: null,
        isInForce: true,
        requestsToday: 0,
        requestsLast30Days: 0,
        lastUsedAt: null,
      },
    ]);
    // The acting post is all that the session holds.
    await cityAdmin.post('/acting-post', LIAISON);
    expect((await cityAdmin.get('/api-keys')).body.keys).toEqual([]);
    expect((await cityAdmin.delete(`/api-keys/${system.body.id}`)).status).toBe(404);

    const desk = await signedIn(running, 'desk-1', DESK);
    expect((await desk.get('/api-keys')).body.keys).toHaveLength(2);
    const narrowed = await desk.get(`/api-keys?organisationId=${CITY_ADMIN.organisationId}`);
    expect(narrowed.body.keys.map(({ id }: { id: string }) => id)).toEqual([system.body.id]);
    expect((await desk.delete(`/api-keys/${system.body.id}`)).status).toBe(204);
    expect(await viewerOf(system.body.key)).toBeNull();
    const [revoked] = (await desk.get(`/api-keys?organisationId=${CITY_ADMIN.organisationId}`)).body.keys;
    expect(revoked).toMatchObject({ isInForce: false, revokedAt: '2026-11-20T02:40:00.000Z' });
  });

  it('is never completed by a session beside it', async () => {
    const { cookie } = await signedIn(running, 'analyst-2', ANALYST);
    expect(await running.identity.authenticate({ cookie })).not.toBeNull();
    expect(await running.identity.authenticate({ cookie, authorization: 'Bearer lapor_wrong' })).toBeNull();
  });
});
