import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  actions,
  addressOf,
  citizen,
  LIAISON,
  officer,
  openSession,
  registerOfficer,
  signIn,
  viewerOf,
} from './people.ts';
import { PASSWORD, runIdentity, type Browser, type RunningIdentity } from './running-identity.ts';

const EMAIL = 'warga@example.test';
const NEW_PASSWORD = 'payung biru di halte';
const MINUTE = 60_000;

describe('a password', () => {
  let running: RunningIdentity;
  beforeAll(async () => {
    running = await runIdentity();
  });
  afterAll(() => running[Symbol.asyncDispose]());
  beforeEach(() => running.reset());

  const forgot = (email: string, browser = running.browser()) => browser.post('/password/forgot', { email });
  const reset = (email: string, code: string, password = NEW_PASSWORD, browser = running.browser()) =>
    browser.post('/password/reset', { email, code, password });
  const entering = async (email: string, password: string) =>
    (await running.browser().post('/sign-in/email', { email, password })).status;
  const lastMail = async () => {
    await running.identity.settle();
    return running.mails.at(-1)!;
  };
  const withPassword = async (email = EMAIL): Promise<Browser> => {
    const browser = await citizen(running, email);
    await browser.post('/password/set', { password: PASSWORD });
    // Mails are sent behind the answer: the one about this password before those of the test.
    await running.identity.settle();
    return browser;
  };

  it('is set by a citizen who came in by mail code, within ten minutes, and only once', async () => {
    const browser = await citizen(running);
    expect(await browser.post('/password/set', { password: 'sembilan9' })).toMatchObject({
      status: 400,
      body: { code: 'PASSWORD_TOO_SHORT' },
    });
    expect((await browser.post('/password/set', { password: PASSWORD })).status).toBe(200);
    expect(await browser.post('/password/set', { password: NEW_PASSWORD })).toMatchObject({
      status: 409,
      body: { code: 'PASSWORD_EXISTS' },
    });
    expect(await entering(EMAIL, PASSWORD)).toBe(200);

    const late = await citizen(running, 'lain@example.test');
    await running.sql(`update identity.session set "createdAt" = now() - interval '10 minutes'`);
    expect(await late.post('/password/set', { password: PASSWORD })).toMatchObject({
      status: 403,
      body: { code: 'CONFIRMATION_NEEDED' },
    });
    expect((await running.browser().post('/password/set', { password: PASSWORD })).status).toBe(401);
  });

  it('is changed with the old one; all other sessions end and this one gets a new secret', async () => {
    const browser = await officer(running, 'officer-1', LIAISON);
    const other = await openSession(running, 'officer-1');
    const { cookie } = browser;
    const change = (currentPassword: string, newPassword: string) =>
      browser.post('/change-password', { currentPassword, newPassword });
    expect(await change('bukan kata sandinya', NEW_PASSWORD)).toMatchObject({
      status: 400,
      body: { code: 'INVALID_PASSWORD' },
    });
    expect((await change(PASSWORD, 'pendek sekal')).status).toBe(200);
    expect((await change('pendek sekal', 'pendek seka')).body.code).toBe('PASSWORD_TOO_SHORT');
    expect(await viewerOf(running, browser)).toMatchObject({ posts: [LIAISON] });
    expect(await viewerOf(running, other)).toBeNull();
    expect(await running.identity.authenticate({ cookie })).toBeNull();
    expect(await lastMail()).toMatchObject({ template: 'password-changed', to: addressOf('officer-1') });
    expect(await actions(running)).toContain('PASSWORD_CHANGED');
  });

  it('is reset by a mailed code, which ends all sessions and opens none', async () => {
    const browser = await withPassword();
    expect((await forgot(EMAIL)).body).toEqual({ success: true });
    expect(await lastMail()).toMatchObject({ template: 'password-reset-code', to: EMAIL, language: 'id' });
    const code = await running.codeFor(EMAIL);
    const resetter = running.browser();
    expect((await reset(EMAIL, code, NEW_PASSWORD, resetter)).status).toBe(200);
    expect(resetter.cookies.size).toBe(0);
    expect(await viewerOf(running, browser)).toBeNull();
    expect(await entering(EMAIL, PASSWORD)).toBe(401);
    expect(await entering(EMAIL, NEW_PASSWORD)).toBe(200);
    expect(await lastMail()).toMatchObject({ template: 'password-changed', facts: { way: 'RESET' } });
    // The code is used up.
    expect((await reset(EMAIL, code, 'sesuatu yang lain')).body.code).toBe('INVALID_CODE');
  });

  it('of an officer is reset likewise, and the second factor is still asked for', async () => {
    await registerOfficer(running, 'officer-1', [LIAISON]);
    await forgot(addressOf('officer-1'));
    const code = await running.codeFor(addressOf('officer-1'));
    // Twelve characters for staff; the code stays good until the password is.
    expect((await reset(addressOf('officer-1'), code, 'sebelas kar')).body.code).toBe('PASSWORD_TOO_SHORT');
    expect((await reset(addressOf('officer-1'), code)).status).toBe(200);
    const browser = running.browser();
    await browser.post('/sign-in/email', { email: addressOf('officer-1'), password: NEW_PASSWORD });
    expect(await viewerOf(running, browser)).toBeNull();
    await signIn(running, 'officer-1', { password: NEW_PASSWORD });
  });

  it('is not reset by a wrong code, one tried too often, or a late one', async () => {
    await withPassword();
    await forgot(EMAIL);
    const code = await running.codeFor(EMAIL);
    const wrong = code === '000000' ? '111111' : '000000';
    for (let guess = 0; guess < 5; guess++)
      expect(await reset(EMAIL, wrong)).toMatchObject({ status: 400, body: { code: 'INVALID_CODE' } });
    expect((await reset(EMAIL, code)).status).toBe(400);

    await forgot(EMAIL);
    const later = await running.codeFor(EMAIL);
    running.clock.advance(10 * MINUTE);
    expect((await reset(EMAIL, later)).status).toBe(400);
    expect(await entering(EMAIL, PASSWORD)).toBe(200);
  });

  it('is not reset by a code for another address, or by one that a newer mail replaced', async () => {
    await withPassword();
    await withPassword('lain@example.test');
    await forgot('lain@example.test');
    expect((await reset(EMAIL, await running.codeFor('lain@example.test'))).status).toBe(400);
    await forgot(EMAIL);
    const first = await running.codeFor(EMAIL);
    await forgot(EMAIL);
    const second = await running.codeFor(EMAIL);
    if (first !== second) expect((await reset(EMAIL, first)).status).toBe(400);
    expect((await reset(EMAIL, second)).status).toBe(200);
  });

  it('is reset once when two requests come with the code at the same time', async () => {
    await withPassword();
    await forgot(EMAIL);
    const code = await running.codeFor(EMAIL);
    const answers = await Promise.all([reset(EMAIL, code), reset(EMAIL, code), reset(EMAIL, code)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400, 400]);
  });

  it('leaves no code or address to be read in the database', async () => {
    await withPassword();
    await forgot(EMAIL);
    const code = await running.codeFor(EMAIL);
    const dump = JSON.stringify(await running.sql('select c::text as row from identity.one_time_code c'));
    expect(dump).not.toContain(code);
    expect(dump).not.toContain('warga');
  });
});
