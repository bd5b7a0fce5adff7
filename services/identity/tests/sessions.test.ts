import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deviceOf } from '../src/modules/sessions/index.ts';
import { actions, citizen, LIAISON, officer, openSession, signIn, viewerOf } from './people.ts';
import { PASSWORD, runIdentity, type RunningIdentity } from './running-identity.ts';

const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.6778.39 Mobile Safari/537.36';

describe('the own sessions', () => {
  let running: RunningIdentity;
  beforeAll(async () => {
    running = await runIdentity();
  });
  afterAll(() => running[Symbol.asyncDispose]());
  beforeEach(() => running.reset());

  it('are listed with way, device and which is this one; those that have run out are not', async () => {
    await officer(running, 'officer-1', LIAISON);
    await openSession(running, 'officer-1');
    await openSession(running, 'officer-1');
    await running.sql(
      `update identity.session set "expiresAt" = now() - interval '1 second' where id = (select max(id) from identity.session)`,
    );
    const { body } = await (await openSession(running, 'officer-1')).get('/sessions');
    expect(body.sessions).toHaveLength(3);
    expect(body.sessions.filter(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toHaveLength(1);
    expect(Object.keys(body.sessions[0]).toSorted()).toEqual([
      'device',
      'expiresAt',
      'id',
      'isCurrent',
      'openedAt',
      'way',
    ]);
    expect(body.sessions[0].way).toBe('TOTP');
  });

  it('name a coarse device of officers, and none of citizens', async () => {
    const agent = { 'user-agent': ANDROID };
    await officer(running, 'officer-1', LIAISON);
    const browser = running.browser();
    await browser.post('/sign-in/email', { email: 'officer-1@example.test', password: PASSWORD }, agent);
    await browser.post(
      '/two-factor/verify-totp',
      { code: (await running.identity.currentTotp('officer-1'))!.code },
      agent,
    );
    const { sessions } = (await browser.get('/sessions')).body;
    expect(sessions.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent).device).toBe(
      'Chrome, Android',
    );

    const email = 'warga@example.test';
    const phone = running.browser();
    await phone.post('/email-otp/send-verification-otp', { email, type: 'sign-in' }, agent);
    await phone.post('/sign-in/email-otp', { email, otp: await running.codeFor(email) }, agent);
    expect((await phone.get('/sessions')).body.sessions).toMatchObject([{ way: 'MAIL_CODE', device: null }]);
    const dump = JSON.stringify(await running.sql('select s::text as row from identity.session s'));
    expect(dump).not.toMatch(/Mozilla|131|SM-A155F/);
  });

  it('end one by one, only the own ones, and the cookie goes with this one', async () => {
    const browser = await officer(running, 'officer-1', LIAISON);
    const other = await openSession(running, 'officer-1');
    const stranger = await officer(running, 'officer-2', LIAISON);
    const idOf = async (owner: typeof browser) =>
      (await owner.get('/sessions')).body.sessions.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent)
        .id;
    expect((await stranger.delete(`/sessions/${await idOf(other)}`)).status).toBe(404);
    expect((await stranger.delete('/sessions/nothing')).status).toBe(404);
    expect(await viewerOf(running, other)).not.toBeNull();
    expect((await browser.delete(`/sessions/${await idOf(other)}`)).status).toBe(204);
    expect(await viewerOf(running, other)).toBeNull();
    const mine = await idOf(browser);
    expect((await browser.delete(`/sessions/${mine}`)).status).toBe(204);
    expect(browser.cookies.has('__Secure-lapor.session_token')).toBe(false);
    expect(await running.sql(`select 1 from identity.session where id = $1`, [mine])).toEqual([]);
    expect((await running.browser().delete('/sessions')).status).toBe(401);
  });

  it('end together but for this one', async () => {
    const browser = await citizen(running);
    const others = [await citizen(running), await citizen(running)];
    expect((await browser.delete('/sessions')).status).toBe(204);
    for (const other of others) expect(await viewerOf(running, other)).toBeNull();
    expect(await viewerOf(running, browser)).not.toBeNull();
    expect(await actions(running)).toContain('OTHER_SESSIONS_ENDED');
  });

  it('are not ended by another site, nor without a browser’s word of origin', async () => {
    const browser = await citizen(running);
    const evil = { origin: 'https://evil.example' };
    expect((await browser.send('DELETE', '/sessions', undefined, evil)).status).toBe(403);
    const nameless = await running.server.inject({
      method: 'DELETE',
      url: '/auth/sessions',
      headers: { cookie: browser.cookie },
    });
    expect(nameless.statusCode).toBe(403);
  });

  it('tell the browser nothing by which another one could take them over', async () => {
    const browser = await officer(running, 'officer-1', LIAISON);
    const [{ token }] = (await running.sql<{ token: string }>('select token from identity.session')) as [
      { token: string },
    ];
    for (const path of ['/get-session', '/sessions', '/account/data'])
      expect((await browser.get(path)).text, path).not.toContain(token);
    const again = await signIn(running, 'officer-1');
    const answer = await again.post('/two-factor/verify-totp', {
      code: (await running.identity.currentTotp('officer-1'))!.code,
    });
    expect(answer.text).toBe('{"success":true}');
  });
});

describe('a device', () => {
  it.each([
    [ANDROID, 'Chrome, Android'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0', 'Firefox, Windows'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      'Safari, iOS',
    ],
    ['curl/8.5.0', null],
    ['', null],
    [undefined, null],
  ])('of %j is %j', (userAgent, device) => {
    expect(deviceOf(userAgent)).toBe(device);
  });

  it('has a short name whatever a browser says', () => {
    expect(deviceOf(`x${'('.repeat(100_000)}`)?.length ?? 0).toBeLessThanOrEqual(60);
  });
});
