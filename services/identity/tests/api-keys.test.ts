import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { POST_ROLES, PUBLIC_VIEWER, type Post, type Viewer } from '@lapor/viewer';
import { PASSWORD, runIdentity, TOTP_SECRET, type RunningIdentity } from './running-identity.ts';

const ANALYST: Post = { role: 'ANALYST', organisationId: 'ksp' };
const officer = (accountId: string, ...posts: Post[]): Viewer => ({
  kind: 'officer',
  accountId,
  posts,
  reportGrants: [],
});

describe('an API key', () => {
  let running: RunningIdentity;
  beforeAll(async () => {
    running = await runIdentity();
  });
  afterAll(() => running[Symbol.asyncDispose]());
  beforeEach(async () => {
    running.clock.set('2026-11-20T02:40:00.000Z');
    await running.sql(
      'truncate identity.account, identity.account_post, identity.rate_limit, identity.audit_entry cascade',
    );
    await running.identity.registerOfficerAccount({
      id: 'analyst-1',
      email: 'analis@example.test',
      name: 'Analis',
      password: PASSWORD,
      totpSecret: TOTP_SECRET,
    });
    await running.posts('analyst-1', [ANALYST]);
  });
  const create = (viewer: Viewer = officer('analyst-1', ANALYST), more: object = {}) =>
    running.identity.createApiKey({ accountId: 'analyst-1', label: 'Laptop', days: 30, ...more }, viewer);
  const created = async () => {
    const result = await create();
    if (!result.ok) throw new Error(result.code);
    return result;
  };
  const viewerOf = (key: string) => running.identity.authenticate({ authorization: `Bearer ${key}` });

  it('stands for its owner as an analyst, never with another post the owner holds', async () => {
    await running.posts('analyst-1', [ANALYST, { role: 'NATIONAL_ADMIN', organisationId: 'kemenpanrb' }]);
    const { key } = await created();
    expect(key).toMatch(/^lapor_[\w-]{43}$/);
    expect(await viewerOf(key)).toEqual({
      kind: 'officer',
      accountId: 'analyst-1',
      posts: [ANALYST],
      reportGrants: [],
    });
    await running.posts('analyst-1', [{ role: 'NATIONAL_ADMIN', organisationId: 'kemenpanrb' }]);
    expect(await viewerOf(key)).toBeNull();
  });

  it('is nothing when it is wrong, run out or revoked', async () => {
    const { key, id } = await created();
    expect(await viewerOf(`${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
    running.clock.advance(30 * 86_400_000 - 1);
    expect(await viewerOf(key)).not.toBeNull();
    running.clock.advance(1);
    expect(await viewerOf(key)).toBeNull();
    running.clock.set('2026-11-20T02:40:00.000Z');
    expect(await running.identity.revokeApiKey({ keyId: id }, officer('analyst-1', ANALYST))).toEqual({
      ok: true,
    });
    expect(await viewerOf(key)).toBeNull();
    expect(await running.identity.revokeApiKey({ keyId: id }, officer('analyst-1', ANALYST))).toMatchObject({
      ok: false,
    });
  });

  it('is stored as a hash only, with its last use to the minute', async () => {
    const { key } = await created();
    const stored = async () =>
      (
        await running.sql<{ row: string; last_used_at: Date | null }>(
          'select k::text as row, last_used_at from identity.api_key k',
        )
      )[0]!;
    expect((await stored()).row).not.toContain(key.slice(6, 20));
    expect((await stored()).last_used_at).toBeNull();
    await viewerOf(key);
    running.clock.advance(59_000);
    await viewerOf(key);
    expect((await stored()).last_used_at?.toISOString()).toBe('2026-11-20T02:40:00.000Z');
    running.clock.advance(2_000);
    await viewerOf(key);
    expect((await stored()).last_used_at?.toISOString()).toBe('2026-11-20T02:41:01.000Z');
  });

  it('can be made and ended by its owner as analyst and by the national desk, by nobody else', async () => {
    const { id } = await created();
    const viewers: [Viewer, boolean][] = [
      [PUBLIC_VIEWER, false],
      [{ kind: 'citizen', accountId: 'analyst-1', posts: [], reportGrants: [] }, false],
      [officer('analyst-1'), false],
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
    const desk = officer('desk', { role: 'NATIONAL_ADMIN', organisationId: 'kemenpanrb' });
    expect((await running.identity.revokeApiKey(unknown, desk)).ok).toBe(false);
    expect((await running.identity.revokeApiKey({ keyId: `' or 1=1` }, desk)).ok).toBe(false);
    expect(await create(desk, { accountId: 'nobody' })).toEqual({ ok: false, code: 'NOT_FOUND' });
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
    const desk = officer('desk-1', { role: 'NATIONAL_ADMIN', organisationId: 'kemenpanrb' });
    await running.identity.revokeApiKey({ keyId: id }, desk);
    expect(
      await running.sql(
        `select action, account_id, actor_id, detail from identity.audit_entry where action like 'API%' order by id`,
      ),
    ).toEqual([
      { action: 'API_KEY_CREATED', account_id: 'analyst-1', actor_id: 'analyst-1', detail: id },
      { action: 'API_KEY_REVOKED', account_id: 'analyst-1', actor_id: 'desk-1', detail: id },
    ]);
  });

  it('is made over HTTP by a signed-in analyst, not with another key and not from another site', async () => {
    const browser = running.browser();
    const ask = { label: 'Laptop', days: 30 };
    expect((await browser.post('/api-keys', ask)).status).toBe(401);
    await browser.post('/sign-in/email', { email: 'analis@example.test', password: PASSWORD });
    expect((await browser.post('/api-keys', ask)).status).toBe(401);
    await browser.post('/two-factor/verify-totp', {
      code: (await running.identity.currentTotp('analyst-1'))!.code,
    });
    expect((await browser.post('/api-keys', ask, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await browser.post('/api-keys', { label: '' })).status).toBe(400);
    const made = await browser.post('/api-keys', ask);
    expect(made.status).toBe(201);
    expect(await viewerOf(made.body.key)).toMatchObject({ posts: [ANALYST] });
    const withKey = await running
      .browser()
      .post('/api-keys', ask, { authorization: `Bearer ${made.body.key}` });
    expect(withKey.status).toBe(401);
    expect((await running.browser().send('DELETE', `/api-keys/${made.body.id}`)).status).toBe(401);
    expect((await browser.send('DELETE', `/api-keys/${made.body.id}`)).status).toBe(204);
    expect(await viewerOf(made.body.key)).toBeNull();
  });

  it('is never completed by a session beside it', async () => {
    const browser = running.browser();
    await browser.post('/sign-in/email', { email: 'analis@example.test', password: PASSWORD });
    await browser.post('/two-factor/verify-totp', {
      code: (await running.identity.currentTotp('analyst-1'))!.code,
    });
    const { cookie } = browser;
    expect(await running.identity.authenticate({ cookie })).not.toBeNull();
    expect(await running.identity.authenticate({ cookie, authorization: 'Bearer lapor_wrong' })).toBeNull();
  });
});
