import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Post } from '@lapor/viewer';
import {
  PASSWORD,
  runIdentity,
  TOTP_SECRET,
  type Browser,
  type RunningIdentity,
} from './running-identity.ts';

const EMAIL = 'petugas@example.test';
const DESK: Post = { role: 'NATIONAL_ADMIN', organisationId: 'kemenpanrb' };
const LIAISON: Post = { role: 'LIAISON_OFFICER', organisationId: 'opd-13-71-dpupr' };

describe('an officer', () => {
  let running: RunningIdentity;
  beforeAll(async () => {
    running = await runIdentity();
  });
  afterAll(() => running[Symbol.asyncDispose]());
  beforeEach(async () => {
    await running.reset();
  });
  const register = async () => {
    await running.posts('officer-1', [LIAISON]);
    return running.identity.registerOfficerAccount({
      id: 'officer-1',
      email: EMAIL,
      name: 'Petugas',
      password: PASSWORD,
      totpSecret: TOTP_SECRET,
    });
  };
  const enterPassword = (browser: Browser) =>
    browser.post('/sign-in/email', { email: EMAIL, password: PASSWORD });
  const currentCode = async () => (await running.identity.currentTotp('officer-1'))!.code;
  const signIn = async (browser = running.browser()) => {
    await enterPassword(browser);
    const { status } = await browser.post('/two-factor/verify-totp', { code: await currentCode() });
    expect(status).toBe(200);
    return browser;
  };
  const viewerOf = (browser: Browser) => running.identity.authenticate({ cookie: browser.cookie });

  it('has no session after the password, and one with all posts after the code', async () => {
    await register();
    await running.posts('officer-1', [LIAISON, DESK]);
    const browser = running.browser();
    const entered = await enterPassword(browser);
    expect(entered).toMatchObject({ status: 200, body: { twoFactorRedirect: true } });
    expect(await running.sql('select 1 from identity.session')).toEqual([]);
    expect(await viewerOf(browser)).toBeNull();
    expect((await browser.get('/get-session')).text).toBe('null');
    await browser.post('/two-factor/verify-totp', { code: await currentCode() });
    expect(await viewerOf(browser)).toEqual({
      kind: 'officer',
      accountId: 'officer-1',
      posts: [LIAISON, DESK],
      reportGrants: [],
    });
  });

  it('is refused with a wrong code, or a right one without the password', async () => {
    await register();
    const browser = running.browser();
    await enterPassword(browser);
    const right = await currentCode();
    const wrong = right === '000000' ? '111111' : '000000';
    expect((await browser.post('/two-factor/verify-totp', { code: wrong })).status).toBe(401);
    expect(await viewerOf(browser)).toBeNull();
    expect((await running.browser().post('/two-factor/verify-totp', { code: right })).status).toBe(401);
    const actions = await running.sql<{ action: string }>(
      'select action from identity.audit_entry order by id',
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'OFFICER_REGISTERED',
      'PASSWORD_ACCEPTED',
      'SECOND_FACTOR_FAILED',
      'SECOND_FACTOR_FAILED',
    ]);
  });

  it('cannot go on guessing codes: five for a password, then ten in all lock the account for a while', async () => {
    await register();
    const right = await currentCode();
    const wrong = right === '000000' ? '111111' : '000000';
    const first = running.browser();
    await enterPassword(first);
    for (let guess = 0; guess < 5; guess++)
      expect((await first.post('/two-factor/verify-totp', { code: wrong })).status).toBe(401);
    expect((await first.post('/two-factor/verify-totp', { code: await currentCode() })).status).toBe(400);
    const second = running.browser();
    await enterPassword(second);
    for (let guess = 0; guess < 5; guess++) await second.post('/two-factor/verify-totp', { code: wrong });
    const third = running.browser();
    await enterPassword(third);
    expect((await third.post('/two-factor/verify-totp', { code: await currentCode() })).status).toBe(429);
    expect(await viewerOf(third)).toBeNull();
  });

  it('gets no mail code, and cannot come in with one', async () => {
    await register();
    const browser = running.browser();
    for (const type of ['sign-in', 'email-verification'])
      expect((await browser.post('/email-otp/send-verification-otp', { email: EMAIL, type })).status).toBe(
        200,
      );
    await running.identity.settle();
    expect(running.mails).toEqual([]);
  });

  it.each([
    ['/sign-in/email-otp', 'sign-in'],
    ['/email-otp/verify-email', 'email-verification'],
  ])('cannot come in by %s even with the right code', async (path, type) => {
    const email = 'warga@example.test';
    const browser = running.browser();
    await browser.post('/sign-up/email', { email, password: PASSWORD, name: 'W' });
    await browser.post('/email-otp/send-verification-otp', { email, type });
    const otp = await running.codeFor(email);
    // The account becomes an officer's while the code is on its way: the strongest position somebody without the second factor can have.
    await running.sql(`update identity.account set kind = 'officer', "emailVerified" = true`);
    const answer = await browser.post(path, { email, otp });
    expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_OTP' } });
    expect(await running.sql('select 1 from identity.session')).toEqual([]);
  });

  it('is told to enrol and has no posts until the second factor is set up', async () => {
    await running.identity.registerOfficerAccount({
      id: 'officer-1',
      email: EMAIL,
      name: 'P',
      password: PASSWORD,
    });
    await running.posts('officer-1', [DESK]);
    const browser = running.browser();
    await enterPassword(browser);
    expect(await viewerOf(browser)).toEqual({
      kind: 'officer',
      accountId: 'officer-1',
      posts: [],
      reportGrants: [],
      mustEnrol: true,
    });
    expect((await browser.get('/get-session')).body.user).toMatchObject({
      kind: 'officer',
      twoFactorEnabled: false,
    });
    // Somebody else who knows the first password is in the same half-way session.
    const stranger = running.browser();
    await enterPassword(stranger);

    const begun = await browser.post('/two-factor/enable', { password: PASSWORD });
    expect(begun.body.backupCodes).toHaveLength(10);
    const secret = new URL(begun.body.totpURI).searchParams.get('secret')!;
    expect((await viewerOf(browser))?.posts).toEqual([]);
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    expect((await browser.post('/two-factor/verify-totp', { code })).status).toBe(200);
    expect(await viewerOf(browser)).toEqual({
      kind: 'officer',
      accountId: 'officer-1',
      posts: [DESK],
      reportGrants: [],
    });

    expect(await viewerOf(stranger)).toBeNull();
    expect((await stranger.get('/get-session')).text).toBe('null');
    expect((await stranger.post('/two-factor/generate-backup-codes', { password: PASSWORD })).status).toBe(
      401,
    );
    expect((await stranger.post('/two-factor/enable', { password: PASSWORD })).status).toBe(401);

    const again = running.browser();
    await enterPassword(again);
    const backup = begun.body.backupCodes[3];
    expect((await again.post('/two-factor/verify-backup-code', { code: backup })).status).toBe(200);
    expect((await viewerOf(again))?.posts).toEqual([DESK]);
    const twice = running.browser();
    await enterPassword(twice);
    expect((await twice.post('/two-factor/verify-backup-code', { code: backup })).status).toBe(401);
  });

  it('cannot have a device trusted, which would skip the second factor', async () => {
    await register();
    const browser = running.browser();
    await enterPassword(browser);
    const answer = await browser.post('/two-factor/verify-totp', {
      code: await currentCode(),
      trustDevice: true,
    });
    expect(answer.status).toBe(400);
    expect(await viewerOf(browser)).toBeNull();
  });

  it('loses a post at once, in the running session', async () => {
    await register();
    await running.posts('officer-1', [LIAISON, DESK]);
    const browser = await signIn();
    await running.posts('officer-1', [LIAISON]);
    expect((await viewerOf(browser))?.posts).toEqual([LIAISON]);
  });

  it('gets posts that arrived before the account, in the last state when several came at once', async () => {
    const event = (id: number, posts: Post[]) => ({
      id,
      stream: 'officer-1',
      type: 'officer.posts-changed',
      occurredAt: '2026-11-20T02:00:00.000Z',
      payload: {
        officerId: 'officer-1',
        isSuspended: false,
        posts: posts.map((post) => ({
          ...post,
          from: '2026-01-01T00:00:00.000Z',
          until: null,
          onBehalfOf: null,
        })),
      },
    });
    const batch = [event(901, [DESK]), event(902, [LIAISON, LIAISON])];
    await running.identity.receiveEvents('organisations', batch);
    await running.identity.receiveEvents('organisations', batch);
    await running.identity.registerOfficerAccount({
      id: 'officer-1',
      email: EMAIL,
      name: 'Petugas',
      password: PASSWORD,
      totpSecret: TOTP_SECRET,
    });
    expect((await viewerOf(await signIn()))?.posts).toEqual([LIAISON]);
  });

  it('stays signed in for twelve hours at most', async () => {
    await register();
    await signIn();
    const [{ hours }] = (await running.sql<{ hours: number }>(
      `select extract(epoch from "expiresAt" - "createdAt") / 3600 as hours from identity.session`,
    )) as [{ hours: number }];
    expect(Number(hours)).toBeCloseTo(12, 1);
  });

  it('keeps the session, with its second factor, when changing the password and ending the others', async () => {
    await register();
    await running.posts('officer-1', [DESK]);
    const other = await signIn();
    const browser = await signIn();
    const answer = await browser.post('/change-password', {
      currentPassword: PASSWORD,
      newPassword: 'kata sandi yang baru',
      revokeOtherSessions: true,
    });
    expect(answer.status).toBe(200);
    expect((await viewerOf(browser))?.posts).toEqual([DESK]);
    expect(await viewerOf(other)).toBeNull();
    expect((await enterPassword(running.browser())).status).toBe(401);
  });

  it('is registered once, and never over a citizen', async () => {
    expect(await register()).toBe('officer-1');
    expect(
      await running.identity.registerOfficerAccount({
        id: 'officer-2',
        email: EMAIL.toUpperCase(),
        name: 'X',
        password: PASSWORD,
      }),
    ).toBe('officer-1');
    await running.sql(`update identity.account set kind = 'citizen'`);
    await expect(register()).rejects.toThrow('citizen');
  });
});
