import { Secret, TOTP } from 'otpauth';
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

describe('an authenticator app', () => {
  let running: RunningIdentity;
  beforeAll(async () => {
    running = await runIdentity();
  });
  afterAll(() => running[Symbol.asyncDispose]());
  beforeEach(() => running.reset());

  const begin = async (browser: Browser, password = PASSWORD) =>
    browser.post('/two-factor/enable', { password });
  const codeOf = (totpURI: string, later = 0) =>
    new TOTP({ secret: Secret.fromBase32(new URL(totpURI).searchParams.get('secret')!) }).generate({
      timestamp: Date.now() + later,
    });
  const enterPassword = async (id: string) => {
    const browser = running.browser();
    await browser.post('/sign-in/email', { email: addressOf(id), password: PASSWORD });
    return browser;
  };
  const citizenWithPassword = async (email = 'warga@example.test') => {
    const browser = await citizen(running, email);
    expect((await browser.post('/password/set', { password: PASSWORD })).status).toBe(200);
    return browser;
  };

  it('is replaced by another one only with the password, and only when the new one shows its first code', async () => {
    const browser = await officer(running, 'officer-1', LIAISON);
    const other = await openSession(running, 'officer-1');
    expect(await begin(browser, 'bukan kata sandinya')).toMatchObject({
      status: 400,
      body: { code: 'INVALID_PASSWORD' },
    });
    const { body } = await begin(browser);
    expect(body.totpURI).toMatch(/^otpauth:\/\/totp\/SP4N-LAPOR!:officer-1(%40|@)example\.test\?/);
    // The old one still signs in.
    await signIn(running, 'officer-1');

    const { cookie } = browser;
    expect((await browser.post('/two-factor/verify-totp', { code: '000000' })).status).toBe(401);
    expect((await browser.post('/two-factor/verify-totp', { code: codeOf(body.totpURI) })).status).toBe(200);
    expect(await viewerOf(running, browser)).toMatchObject({ posts: [LIAISON] });
    // A new secret for this session, no other session goes on.
    expect(await running.identity.authenticate({ cookie })).toBeNull();
    expect(await viewerOf(running, other)).toBeNull();

    const again = await enterPassword('officer-1');
    // The first code has been used; the next one is good already.
    expect((await again.post('/two-factor/verify-totp', { code: codeOf(body.totpURI) })).status).toBe(401);
    const next = codeOf(body.totpURI, 30_000);
    expect((await again.post('/two-factor/verify-totp', { code: next })).status).toBe(200);
    const recovered = await enterPassword('officer-1');
    const [code] = body.backupCodes;
    expect((await recovered.post('/two-factor/verify-backup-code', { code })).status).toBe(200);
    expect((await recovered.get('/second-factor')).body).toEqual({
      totp: true,
      backupCodesLeft: 9,
      passkeys: [],
    });
  });

  it('cannot be begun and finished by somebody who has only found the session', async () => {
    const browser = await officer(running, 'officer-1', LIAISON);
    const statuses: number[] = [];
    for (let guess = 0; guess < 12; guess++)
      statuses.push((await begin(browser, `tebakan ke-${guess}`)).status);
    expect(statuses).toEqual([...Array<number>(10).fill(400), 429, 429]);
    // Not even with the right one now; and the account signs in as ever.
    expect((await begin(browser)).status).toBe(429);
    await signIn(running, 'officer-1');
  });

  it('is not set up by a code that comes too late', async () => {
    const browser = await citizenWithPassword();
    const { body } = await begin(browser);
    running.clock.advance(15 * 60_000);
    const late = await browser.post('/two-factor/verify-totp', { code: codeOf(body.totpURI) });
    expect(late.status).toBe(400);
    expect((await browser.get('/second-factor')).body.totp).toBe(false);
    expect((await running.sql('select "twoFactorEnabled" as on from identity.account'))[0]).toEqual({
      on: false,
    });
  });

  it('has codes that are good once, also when two send the same one at the same time', async () => {
    await registerOfficer(running, 'officer-1', [LIAISON]);
    const [first, second, third] = await Promise.all([1, 2, 3].map(() => enterPassword('officer-1')));
    const { code } = (await running.identity.currentTotp('officer-1'))!;
    const verify = (browser: Browser, given: string) =>
      browser.post('/two-factor/verify-totp', { code: given });
    const statuses = await Promise.all(
      [first!, second!].map(async (one) => (await verify(one, code)).status),
    );
    expect(statuses.toSorted()).toEqual([200, 401]);
    const again = await verify(third!, code);
    expect(again).toMatchObject({ status: 401, body: { code: 'INVALID_CODE' } });
    expect(await viewerOf(running, third!)).toBeNull();
    // Whoever gave it twice by mistake waits for the next one, and need not begin anew.
    const next = (await running.identity.currentTotp('officer-1'))!.code;
    expect(next).not.toBe(code);
    expect((await verify(third!, next)).status).toBe(200);
    // Not one before that either.
    const late = await enterPassword('officer-1');
    expect((await verify(late, code)).status).toBe(401);
    expect(await actions(running)).toContain('SECOND_FACTOR_FAILED');
  });

  it('is removed by a citizen with the password, and an officer keeps the last one', async () => {
    const browser = await citizenWithPassword();
    const { body } = await begin(browser);
    await browser.post('/two-factor/verify-totp', { code: codeOf(body.totpURI) });
    expect((await browser.delete('/second-factor/totp', { password: 'bukan kata sandinya' })).status).toBe(
      400,
    );
    expect((await browser.delete('/second-factor/totp', { password: PASSWORD })).status).toBe(200);
    expect((await browser.get('/second-factor')).body).toEqual({
      totp: false,
      backupCodesLeft: 0,
      passkeys: [],
    });
    await citizen(running);

    const staff = await officer(running, 'officer-1', LIAISON);
    expect(await staff.delete('/second-factor/totp', { password: PASSWORD })).toMatchObject({
      status: 409,
      body: { code: 'SECOND_FACTOR_NEEDED' },
    });
    await signIn(running, 'officer-1');
  });

  it('has recovery codes that can be renewed, and the old ones are void', async () => {
    const browser = await officer(running, 'officer-1', LIAISON);
    const first = await browser.post('/two-factor/generate-backup-codes', { password: PASSWORD });
    const second = await browser.post('/two-factor/generate-backup-codes', { password: PASSWORD });
    expect(new Set([...first.body.backupCodes, ...second.body.backupCodes]).size).toBe(20);
    const enter = async (code: string) =>
      (await (await enterPassword('officer-1')).post('/two-factor/verify-backup-code', { code })).status;
    expect(await enter(first.body.backupCodes[0])).toBe(401);
    expect(await enter(second.body.backupCodes[0])).toBe(200);
    expect(await enter(second.body.backupCodes[0])).toBe(401);
  });

  it('tells its holder by mail what was changed', async () => {
    const browser = await citizenWithPassword();
    const { body } = await begin(browser);
    await browser.post('/two-factor/verify-totp', { code: codeOf(body.totpURI) });
    await browser.post('/two-factor/generate-backup-codes', { password: PASSWORD });
    await browser.delete('/second-factor/totp', { password: PASSWORD });
    await running.identity.settle();
    const told = running.mails.filter(({ template }) => template === 'second-factor-changed');
    expect(told.map(({ facts }) => facts.change)).toEqual([
      'TOTP_ADDED',
      'RECOVERY_CODES_RENEWED',
      'TOTP_REMOVED',
    ]);
    expect(told.every(({ to }) => to === 'warga@example.test')).toBe(true);
    expect((await actions(running)).slice(-4)).toEqual([
      'SECOND_FACTOR_BEGUN',
      'SECOND_FACTOR_ENROLLED',
      'BACKUP_CODES_RENEWED',
      'SECOND_FACTOR_REMOVED',
    ]);
  });

  it('is kept so that nobody reads it in the database, also while it is set up', async () => {
    const browser = await officer(running, 'officer-1', LIAISON);
    const { body } = await begin(browser);
    const secret = new URL(body.totpURI).searchParams.get('secret')!;
    for (const table of ['pending_totp', 'second_factor', 'audit_entry']) {
      const dump = JSON.stringify(await running.sql(`select t::text as row from identity.${table} t`));
      expect(dump).not.toContain(secret);
      expect(dump).not.toContain(Buffer.from(Secret.fromBase32(secret).bytes).toString());
      for (const code of body.backupCodes) expect(dump).not.toContain(code);
    }
  });
});
