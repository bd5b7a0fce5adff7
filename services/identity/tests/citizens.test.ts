import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PASSWORD, runIdentity, type Browser, type RunningIdentity } from './running-identity.ts';

const EMAIL = 'warga@example.test';

describe('a citizen', () => {
  let running: RunningIdentity;
  beforeAll(async () => {
    running = await runIdentity();
  });
  afterAll(() => running[Symbol.asyncDispose]());
  beforeEach(async () => {
    await running.reset();
  });
  const signUp = (browser: Browser, email = EMAIL, more: object = {}) =>
    browser.post('/sign-up/email', { email, password: PASSWORD, name: 'Warga', ...more });
  const askForCode = (browser: Browser, email = EMAIL) =>
    browser.post('/email-otp/send-verification-otp', { email, type: 'sign-in' });
  const viewerOf = (browser: Browser) => running.identity.authenticate({ cookie: browser.cookie });
  const signedUp = async () => {
    const browser = running.browser();
    await signUp(browser);
    await browser.post('/email-otp/verify-email', { email: EMAIL, otp: await running.codeFor(EMAIL) });
    return browser;
  };

  it('signs up with a password and comes in with the code that was mailed', async () => {
    const browser = running.browser();
    expect(await signUp(browser)).toMatchObject({ status: 200, body: { success: true } });
    expect(await viewerOf(browser)).toBeNull();
    const otp = await running.codeFor(EMAIL);
    expect(otp).toMatch(/^\d{6}$/);
    expect((await browser.post('/email-otp/verify-email', { email: EMAIL, otp })).status).toBe(200);
    const viewer = await viewerOf(browser);
    expect(viewer).toEqual({ kind: 'citizen', accountId: expect.any(String), posts: [], reportGrants: [] });
    const other = running.browser();
    expect((await other.post('/sign-in/email', { email: EMAIL, password: PASSWORD })).status).toBe(200);
    expect((await viewerOf(other))?.accountId).toBe(viewer!.accountId);
  });

  it('comes in with a mail code alone, which makes the account, and out again', async () => {
    const browser = running.browser();
    await askForCode(browser);
    const otp = await running.codeFor(EMAIL);
    expect((await browser.post('/sign-in/email-otp', { email: EMAIL, otp })).status).toBe(200);
    expect((await viewerOf(browser))?.kind).toBe('citizen');
    const { cookie } = browser;
    expect((await browser.post('/sign-out')).status).toBe(200);
    expect(await running.identity.authenticate({ cookie })).toBeNull();
    expect((await running.browser().post('/sign-in/email-otp', { email: EMAIL, otp })).status).toBe(400);
  });

  it('gets the mail in the language asked for, Indonesian otherwise', async () => {
    await running.browser().post('/email-otp/send-verification-otp', { email: EMAIL, type: 'sign-in' });
    await running
      .browser()
      .post(
        '/email-otp/send-verification-otp',
        { email: EMAIL, type: 'sign-in' },
        { 'accept-language': 'en-GB,id;q=0.5' },
      );
    await running.identity.settle();
    expect(running.mails.map(({ language }) => language)).toEqual(['id', 'en']);
  });

  it('cannot sign up as anything else', async () => {
    for (const more of [
      { kind: 'officer' },
      { kind: 'analyst' },
      { twoFactorEnabled: true },
      { emailVerified: true },
    ])
      await signUp(running.browser(), `a${JSON.stringify(more).length}@example.test`, more);
    const rows = await running.sql<{ kind: string; emailVerified: boolean; twoFactorEnabled: boolean }>(
      'select kind, "emailVerified", "twoFactorEnabled" from identity.account',
    );
    for (const row of rows)
      expect(row).toEqual({ kind: 'citizen', emailVerified: false, twoFactorEnabled: false });
    const browser = running.browser();
    await askForCode(browser);
    await browser.post('/sign-in/email-otp', {
      email: EMAIL,
      otp: await running.codeFor(EMAIL),
      kind: 'officer',
    });
    expect(await running.sql(`select 1 from identity.account where kind <> 'citizen'`)).toEqual([]);
  });

  it('needs a password of ten characters', async () => {
    const answer = await running
      .browser()
      .post('/sign-up/email', { email: EMAIL, password: 'sembilan9', name: 'W' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'PASSWORD_TOO_SHORT' } });
  });

  it('is refused with a wrong, an old or somebody else’s code, and the third wrong one ends it', async () => {
    const browser = running.browser();
    await askForCode(browser, 'lain@example.test');
    await askForCode(browser);
    const otp = await running.codeFor(EMAIL);
    const wrong = otp === '000000' ? '111111' : '000000';
    const enter = async (code: string, email = EMAIL) =>
      (await browser.post('/sign-in/email-otp', { email, otp: code })).status;
    expect(await enter(await running.codeFor('lain@example.test'))).toBe(400);
    expect(await enter(wrong)).toBe(400);
    expect(await enter(wrong)).toBe(400);
    expect(await enter(otp)).toBe(403);
    expect(await enter(otp)).toBe(400);
    expect(await viewerOf(browser)).toBeNull();

    await askForCode(browser);
    const later = await running.codeFor(EMAIL);
    await running.sql(`update identity.verification set "expiresAt" = now() - interval '1 second'`);
    expect(await enter(later)).toBe(400);
  });

  it('leaves no code in readable form in the database, and no address beside it', async () => {
    await askForCode(running.browser());
    const otp = await running.codeFor(EMAIL);
    const dump = JSON.stringify(await running.sql('select v::text from identity.verification v'));
    expect(dump).not.toContain(otp);
    expect(dump).not.toContain('warga');
  });

  it('gets cookies that scripts and other sites cannot use', async () => {
    const browser = running.browser();
    await signUp(browser);
    const { setCookies } = await browser.post('/email-otp/verify-email', {
      email: EMAIL,
      otp: await running.codeFor(EMAIL),
    });
    const session = setCookies.find((cookie) => cookie.includes('session_token'))!;
    expect(session).toMatch(/^__Secure-lapor\.session_token=/);
    for (const cookie of setCookies) {
      expect(cookie).toMatch(/HttpOnly/i);
      expect(cookie).toMatch(/SameSite=Lax/i);
      expect(cookie).toMatch(/Secure/);
    }
    const [stored] = await running.sql<{ token: string }>('select token from identity.session');
    const cookieName = '__Secure-lapor.session_token';
    for (const forged of [stored!.token, `${stored!.token}.`, `${stored!.token}.${'A'.repeat(43)}=`])
      expect(
        await running.identity.authenticate({ cookie: `${cookieName}=${encodeURIComponent(forged)}` }),
      ).toBeNull();
  });

  it('gets cookies for plain http where the platform runs on http', async () => {
    const plain = await runIdentity({ publicUrl: 'http://localhost:4100' });
    const answer = await plain.server.inject({
      method: 'POST',
      url: '/auth/email-otp/send-verification-otp',
      payload: { email: EMAIL, type: 'sign-in' },
    });
    expect(answer.statusCode).toBe(200);
    const session = await plain.server.inject({
      method: 'POST',
      url: '/auth/sign-in/email-otp',
      payload: { email: EMAIL, otp: await plain.codeFor(EMAIL) },
    });
    const [cookie] = [session.headers['set-cookie'] ?? []].flat();
    expect(cookie).toMatch(/^lapor\.session_token=/);
    expect(cookie).not.toMatch(/Secure/);
    expect(await plain.identity.authenticate({ cookie: cookie!.split(';')[0] })).toMatchObject({
      kind: 'citizen',
    });
    await plain[Symbol.asyncDispose]();
  });

  it('loses the session when it runs out', async () => {
    const browser = await signedUp();
    expect(await viewerOf(browser)).not.toBeNull();
    await running.sql(`update identity.session set "expiresAt" = now() - interval '1 second'`);
    expect(await viewerOf(browser)).toBeNull();
  });

  it('is the same to a stranger whether the address is known or not', async () => {
    await signedUp();
    await running.sql(
      `insert into identity.account (id, name, email, "emailVerified", kind) values ('o', '', 'petugas@example.test', true, 'officer')`,
    );
    const comparable = ({ status, body, headers, setCookies }: Awaited<ReturnType<Browser['post']>>) => ({
      status,
      body,
      headers: Object.keys(headers).sort(),
      cookies: setCookies.map((cookie) => cookie.replace(/=[^;]*/, '=')),
    });
    const attempts: ((browser: Browser, email: string) => ReturnType<Browser['post']>)[] = [
      (browser, email) => signUp(browser, email),
      (browser, email) => askForCode(browser, email),
      (browser, email) =>
        browser.post('/email-otp/send-verification-otp', { email, type: 'email-verification' }),
      (browser, email) => browser.post('/sign-in/email', { email, password: 'bukan kata sandinya' }),
      (browser, email) => browser.post('/sign-in/email-otp', { email, otp: '12345x' }),
      (browser, email) => browser.post('/email-otp/verify-email', { email, otp: '12345x' }),
    ];
    for (const attempt of attempts) {
      const [known, officer, unknown] = await Promise.all([
        attempt(running.browser(), EMAIL),
        attempt(running.browser(), 'petugas@example.test'),
        attempt(running.browser(), 'siapa@example.test'),
      ]);
      expect(comparable(known)).toEqual(comparable(unknown));
      expect(comparable(officer)).toEqual(comparable(unknown));
    }
  });

  it('keeps the password and the account when somebody signs up again with the same address', async () => {
    const browser = await signedUp();
    const stranger = running.browser();
    await stranger.post('/sign-up/email', { email: EMAIL, password: 'kata sandi orang lain', name: 'X' });
    const entered = await running
      .browser()
      .post('/sign-in/email', { email: EMAIL, password: 'kata sandi orang lain' });
    expect(entered.status).toBe(401);
    expect(
      (await running.browser().post('/sign-in/email', { email: EMAIL, password: PASSWORD })).status,
    ).toBe(200);
    expect(await viewerOf(browser)).not.toBeNull();
  });

  it('never inherits a password that a stranger set for the own address before', async () => {
    const theirs = 'kata sandi orang lain';
    // The stranger signs up first, the owner of the mailbox signs up afterwards and enters the code.
    await running.browser().post('/sign-up/email', { email: EMAIL, password: theirs, name: 'X' });
    const owner = running.browser();
    await signUp(owner);
    // And the stranger once more, between the owner's sign-up and the code.
    await running.browser().post('/sign-up/email', { email: EMAIL, password: theirs, name: 'X' });
    const otp = await running.codeFor(EMAIL);
    expect((await owner.post('/email-otp/verify-email', { email: EMAIL, otp })).status).toBe(200);
    expect((await viewerOf(owner))?.kind).toBe('citizen');
    expect((await running.browser().post('/sign-in/email', { email: EMAIL, password: theirs })).status).toBe(
      401,
    );
  });

  it('is not asked for by requests of other sites', async () => {
    const browser = await signedUp();
    const foreign = { origin: 'https://evil.example' };
    expect((await browser.post('/sign-out', {}, foreign)).status).toBe(403);
    expect(
      (await running.browser().post('/sign-in/email', { email: EMAIL, password: PASSWORD }, foreign)).status,
    ).toBe(403);
    const form = await running.server.inject({
      method: 'POST',
      url: '/auth/sign-in/email',
      payload: `email=${EMAIL}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(form.statusCode).toBe(415);
    const text = await running.server.inject({
      method: 'POST',
      url: '/auth/sign-in/email',
      payload: JSON.stringify({ email: EMAIL, password: PASSWORD }),
      headers: { 'content-type': 'text/plain' },
    });
    expect(text.statusCode).toBe(415);
    const withoutOrigin = await running.server.inject({
      method: 'POST',
      url: '/auth/sign-out',
      payload: {},
      headers: { cookie: browser.cookie },
    });
    expect(withoutOrigin.statusCode).toBe(403);
    expect(await viewerOf(browser)).not.toBeNull();
  });

  it('finds only the endpoints that are meant to exist', async () => {
    const browser = await signedUp();
    const closed = [
      '/update-user',
      '/delete-user',
      '/change-email',
      '/list-sessions',
      '/revoke-sessions',
      '/set-password',
      '/update-session',
      '/request-password-reset',
      '/email-otp/reset-password',
      '/email-otp/request-password-reset',
      '/email-otp/check-verification-otp',
      '/two-factor/disable',
      '/two-factor/get-totp-uri',
      '/two-factor/view-backup-codes',
      '/two-factor/send-otp',
      '/verify-email',
      '/ok',
      '/error',
      '/sign-in/social',
    ];
    for (const path of closed) {
      expect((await browser.post(path)).status, path).toBe(404);
      expect((await browser.get(path)).status, path).toBe(404);
    }
    expect(
      (await browser.post('/email-otp/send-verification-otp', { email: EMAIL, type: 'forget-password' }))
        .status,
    ).toBe(400);
    expect((await browser.get('/get-session')).body.user).toMatchObject({ email: EMAIL, kind: 'citizen' });
  });

  it('leaves neither source nor device in the database', async () => {
    const browser = running.browser('203.0.113.77');
    await browser.post(
      '/email-otp/send-verification-otp',
      { email: EMAIL, type: 'sign-in' },
      { 'user-agent': 'Peramban/1' },
    );
    const otp = await running.codeFor(EMAIL);
    await browser.post('/sign-in/email-otp', { email: EMAIL, otp }, { 'user-agent': 'Peramban/1' });
    expect(await viewerOf(browser)).not.toBeNull();
    for (const table of ['session', 'rate_limit', 'verification', 'address_attempt', 'audit_entry']) {
      const dump = JSON.stringify(await running.sql(`select t::text as row from identity.${table} t`));
      expect(dump, table).not.toMatch(/203\.0\.113|Peramban/);
    }
  });

  it('who set up a second factor needs it from then on, and no session without it counts', async () => {
    const browser = await signedUp();
    const { body } = await browser.post('/two-factor/enable', { password: PASSWORD });
    const secret = Secret.fromBase32(new URL(body.totpURI).searchParams.get('secret')!);
    const code = () => new TOTP({ secret }).generate();
    await browser.post('/two-factor/verify-totp', { code: code() });
    expect((await viewerOf(browser))?.kind).toBe('citizen');
    const again = running.browser();
    expect(
      (await again.post('/sign-in/email', { email: EMAIL, password: PASSWORD })).body.twoFactorRedirect,
    ).toBe(true);
    const byMail = running.browser();
    await askForCode(byMail);
    const otp = await running.codeFor(EMAIL);
    expect((await byMail.post('/sign-in/email-otp', { email: EMAIL, otp })).status).toBe(400);
    expect(await viewerOf(byMail)).toBeNull();
    await running.sql('update identity.session set "secondFactor" = false');
    expect(await viewerOf(browser)).toBeNull();
  });

  it('is recorded in the audit log without anything personal', async () => {
    await signedUp();
    await running.browser().post('/sign-in/email', { email: EMAIL, password: 'salah salah salah' });
    await running.browser().post('/sign-in/email', { email: 'siapa@example.test', password: 'salah salah' });
    const rows = await running.sql<{ action: string; account_id: string | null }>(
      'select action, account_id, detail from identity.audit_entry order by id',
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'ACCOUNT_CREATED',
      'SIGNED_IN',
      'SIGN_IN_FAILED',
      'SIGN_IN_FAILED',
    ]);
    expect(rows[2]!.account_id).toBeNull();
    expect(rows[0]!.account_id).toBe(rows[1]!.account_id);
    expect(JSON.stringify(rows)).not.toMatch(/example\.test|salah/);
  });
});
