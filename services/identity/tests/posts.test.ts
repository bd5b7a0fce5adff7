import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  actions,
  addressOf,
  CITY_ADMIN,
  DESK,
  LIAISON,
  officer,
  openSession,
  registerOfficer,
  signIn,
  viewerOf,
} from './people.ts';
import { PASSWORD, runIdentity, type RunningIdentity } from './running-identity.ts';

const HOUR = 3_600_000;
const at = (hours: number) => new Date(Date.parse('2026-11-20T02:40:00.000Z') + hours * HOUR).toISOString();

describe('an officer’s posts', () => {
  let running: RunningIdentity;
  beforeAll(async () => {
    running = await runIdentity();
  });
  afterAll(() => running[Symbol.asyncDispose]());
  beforeEach(() => running.reset());

  it('begin and end by the clock, to the millisecond, without another word from the organisations', async () => {
    const browser = await officer(
      running,
      'officer-1',
      LIAISON,
      { ...CITY_ADMIN, from: at(1), until: at(3) },
      { ...DESK, until: at(2) },
    );
    const held = async () => (await viewerOf(running, browser))?.posts;
    expect(await held()).toEqual([LIAISON, DESK]);
    running.clock.set(new Date(Date.parse(at(1)) - 1));
    expect(await held()).toEqual([LIAISON, DESK]);
    running.clock.set(at(1));
    expect(await held()).toEqual([CITY_ADMIN, LIAISON, DESK]);
    running.clock.set(at(2));
    expect(await held()).toEqual([CITY_ADMIN, LIAISON]);
    running.clock.set(at(3));
    expect(await held()).toEqual([LIAISON]);
  });

  it('are one authority, whether own or in somebody’s stead, also when both are held', async () => {
    const browser = await officer(
      running,
      'officer-1',
      LIAISON,
      { ...LIAISON, onBehalfOf: 'officer-2', until: at(1) },
      { ...CITY_ADMIN, onBehalfOf: 'officer-3', until: at(1) },
    );
    expect((await viewerOf(running, browser))?.posts).toEqual([CITY_ADMIN, LIAISON]);
    running.clock.set(at(1));
    expect((await viewerOf(running, browser))?.posts).toEqual([LIAISON]);
  });

  it('let in before the first one begins, with no authority yet', async () => {
    const browser = await officer(running, 'officer-1', { ...LIAISON, from: at(5) });
    expect(await viewerOf(running, browser)).toMatchObject({ kind: 'officer', posts: [] });
    running.clock.set(at(5));
    expect(await viewerOf(running, browser)).toMatchObject({ posts: [LIAISON] });
  });

  it('end the session with the last of them, for good', async () => {
    const browser = await officer(running, 'officer-1', { ...LIAISON, until: at(1) });
    running.clock.set(at(1));
    expect(await viewerOf(running, browser)).toBeNull();
    expect((await browser.get('/get-session')).text).toBe('null');
    // A post given later does not bring an old session back to life.
    await running.posts('officer-1', [DESK]);
    expect(await viewerOf(running, browser)).toBeNull();
    await signIn(running, 'officer-1');
  });

  it('end the session at once when the last one is taken, and the log says so', async () => {
    const browser = await officer(running, 'officer-1', LIAISON);
    await running.posts('officer-1', []);
    expect(await viewerOf(running, browser)).toBeNull();
    expect(await running.sql('select 1 from identity.session')).toEqual([]);
    expect(await actions(running)).toContain('SESSIONS_ENDED_WITH_POSTS');
  });

  it('are tidied of sessions that nobody can use any more', async () => {
    await officer(running, 'officer-1', { ...LIAISON, until: at(1) });
    running.clock.set(at(1));
    await running.sql(`select identity_jobs.add_job('tidy')`);
    await running.identity.settle();
    expect(await running.sql('select 1 from identity.session')).toEqual([]);
  });
});

describe('a suspended officer', () => {
  let running: RunningIdentity;
  beforeAll(async () => {
    running = await runIdentity();
  });
  afterAll(() => running[Symbol.asyncDispose]());
  beforeEach(() => running.reset());
  const suspend = () => running.posts('officer-1', [LIAISON], { isSuspended: true });

  it('loses all sessions at once and comes in again when reinstated', async () => {
    const browser = await officer(running, 'officer-1', LIAISON);
    await suspend();
    expect(await viewerOf(running, browser)).toBeNull();
    await running.posts('officer-1', [LIAISON]);
    expect(await viewerOf(running, browser)).toBeNull();
    expect(await viewerOf(running, await signIn(running, 'officer-1'))).toMatchObject({ posts: [LIAISON] });
  });

  it.each([
    ['suspended', () => suspend()],
    ['without any post', () => running.posts('officer-1', [])],
  ])('(or one %s) is refused after the second step, in the words of a wrong password', async (_name, bar) => {
    await registerOfficer(running, 'officer-1', [LIAISON]);
    const wrong = await running
      .browser()
      .post('/sign-in/email', { email: addressOf('officer-1'), password: 'salah semua ini' });
    await bar();
    const browser = running.browser();
    const first = await browser.post('/sign-in/email', { email: addressOf('officer-1'), password: PASSWORD });
    expect(first).toMatchObject({ status: 200, body: { twoFactorRedirect: true } });
    // Whoever does not hold the second factor learns nothing: a wrong code answers as ever.
    const code = (await running.identity.currentTotp('officer-1'))!.code;
    const guess = code === '000000' ? '111111' : '000000';
    expect(await browser.post('/two-factor/verify-totp', { code: guess })).toMatchObject({
      status: 401,
      body: { code: 'INVALID_CODE' },
    });
    const second = await browser.post('/two-factor/verify-totp', { code });
    expect([second.status, second.text]).toEqual([wrong.status, wrong.text]);
    expect(await viewerOf(running, browser)).toBeNull();
    expect(await actions(running)).toContain('SIGN_IN_REFUSED');
  });

  it('who has no second factor is refused at the password, in the same words', async () => {
    await registerOfficer(running, 'officer-1', [LIAISON], { isEnrolled: false });
    await suspend();
    const answers = await Promise.all(
      [PASSWORD, 'salah semua ini'].map((password) =>
        running.browser().post('/sign-in/email', { email: addressOf('officer-1'), password }),
      ),
    );
    expect(answers[0]!.status).toBe(401);
    expect(answers[0]!.text).toBe(answers[1]!.text);
    expect(await running.sql('select 1 from identity.session')).toEqual([]);
  });

  it('cannot finish a sign-in that had begun before', async () => {
    await registerOfficer(running, 'officer-1', [LIAISON]);
    const browser = running.browser();
    await browser.post('/sign-in/email', { email: addressOf('officer-1'), password: PASSWORD });
    await suspend();
    await running.posts('officer-1', [LIAISON]);
    const code = (await running.identity.currentTotp('officer-1'))!.code;
    expect((await browser.post('/two-factor/verify-totp', { code })).status).toBe(401);
    expect(await viewerOf(running, browser)).toBeNull();
  });
});

describe('the acting post', () => {
  let running: RunningIdentity;
  beforeAll(async () => {
    running = await runIdentity();
  });
  afterAll(() => running[Symbol.asyncDispose]());
  beforeEach(() => running.reset());

  it('is the only one the session holds, under a new secret, until all are chosen again', async () => {
    const browser = await officer(running, 'officer-1', LIAISON, CITY_ADMIN);
    const other = await openSession(running, 'officer-1');
    const { cookie } = browser;
    expect(await browser.post('/acting-post', CITY_ADMIN)).toMatchObject({
      status: 200,
      body: { actingPost: CITY_ADMIN },
    });
    expect(await viewerOf(running, browser)).toMatchObject({ posts: [CITY_ADMIN] });
    expect((await browser.get('/get-session')).body).toMatchObject({
      actingPost: CITY_ADMIN,
      posts: [CITY_ADMIN, LIAISON],
    });
    expect(browser.cookie).not.toBe(cookie);
    expect(await running.identity.authenticate({ cookie })).toBeNull();
    expect(await viewerOf(running, other)).toMatchObject({ posts: [CITY_ADMIN, LIAISON] });
    await browser.post('/acting-post', { all: true });
    expect((await browser.get('/get-session')).body.actingPost).toBeNull();
    expect(await viewerOf(running, browser)).toMatchObject({ posts: [CITY_ADMIN, LIAISON] });
  });

  it('cannot be one that is not held now', async () => {
    const browser = await officer(running, 'officer-1', LIAISON, { ...DESK, from: at(1) });
    for (const post of [CITY_ADMIN, DESK, { ...LIAISON, organisationId: 'kemensos' }])
      expect((await browser.post('/acting-post', post)).status).toBe(404);
    expect((await browser.post('/acting-post', { role: 'EMPEROR', organisationId: 'x' })).status).toBe(400);
    expect((await running.browser().post('/acting-post', LIAISON)).status).toBe(401);
  });

  it('leaves nothing when it ends: no other post steps into its place', async () => {
    const browser = await officer(running, 'officer-1', LIAISON, { ...DESK, until: at(1) });
    await browser.post('/acting-post', DESK);
    running.clock.set(at(1));
    expect(await viewerOf(running, browser)).toMatchObject({ kind: 'officer', posts: [] });
  });
});
