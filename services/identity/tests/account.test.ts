import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actions, ANALYST, citizen, LIAISON, officer, viewerOf } from './people.ts';
import { ORIGIN, PASSWORD, runIdentity, type Browser, type RunningIdentity } from './running-identity.ts';
import { SoftwareAuthenticator } from './software-authenticator.ts';

const EMAIL = 'warga@example.test';
const PHONE = '0812-0000 0000';
const E164 = '+6281200000000';
const MINUTE = 60_000;

describe('the own account', () => {
  let running: RunningIdentity;
  beforeAll(async () => {
    running = await runIdentity();
  });
  afterAll(() => running[Symbol.asyncDispose]());
  beforeEach(() => running.reset());

  async function verifyPhone(browser: Browser, phone = PHONE) {
    expect((await browser.post('/phone', { phone })).status).toBe(200);
    return browser.post('/phone/verify', { code: running.phoneCodes.at(-1)!.code });
  }

  it('has name and language, which a citizen changes', async () => {
    const browser = await citizen(running);
    expect((await browser.get('/profile')).body).toEqual({
      name: '',
      email: EMAIL,
      kind: 'citizen',
      language: 'id',
      phone: null,
      phoneVerified: false,
      hasPassword: false,
      createdAt: expect.any(String),
    });
    const saved = await browser.put('/profile', { name: '  Rina Wulandari ', language: 'en' });
    expect(saved.body).toMatchObject({ name: 'Rina Wulandari', language: 'en' });
    await browser.put('/profile', { language: 'id' });
    expect((await browser.get('/profile')).body).toMatchObject({ name: 'Rina Wulandari', language: 'id' });
    for (const wrong of [{ name: 'x'.repeat(201) }, { language: 'de' }])
      expect((await browser.put('/profile', wrong)).body.code).toBe('INPUT_INVALID');
    expect((await browser.put('/profile', { email: 'x@example.test', kind: 'officer' })).body).toMatchObject({
      email: EMAIL,
      kind: 'citizen',
    });
    expect((await browser.put('/profile', { name: ' ' })).body).toMatchObject({ name: '' });
    expect(await actions(running)).toContain('PROFILE_CHANGED');
  });

  it('keeps an officer’s name as the office has it', async () => {
    const browser = await officer(running, 'officer-1', LIAISON);
    expect((await browser.put('/profile', { name: 'Menteri' })).body.code).toBe('INPUT_INVALID');
    expect((await browser.put('/profile', { name: 'Petugas', language: 'en' })).body).toMatchObject({
      name: 'Petugas',
      language: 'en',
    });
  });

  it('writes notices in the language of its holder', async () => {
    const browser = await citizen(running);
    await browser.put('/profile', { language: 'en' });
    await browser.post('/password/set', { password: PASSWORD });
    await running.identity.settle();
    expect(running.mails.at(-1)).toMatchObject({ template: 'password-changed', language: 'en' });
  });

  it('gets a phone number when the code that went there comes back', async () => {
    const browser = await citizen(running);
    expect((await browser.post('/phone', { phone: '0812' })).body.code).toBe('PHONE_INVALID');
    expect((await browser.post('/phone', { phone: PHONE })).status).toBe(200);
    expect(running.phoneCodes).toEqual([
      { phone: E164, code: expect.stringMatching(/^\d{6}$/), language: 'id' },
    ]);
    expect((await browser.get('/profile')).body.phone).toBeNull();
    const { code } = running.phoneCodes[0]!;
    const wrong = code === '000000' ? '111111' : '000000';
    expect((await browser.post('/phone/verify', { code: wrong })).body.code).toBe('INVALID_CODE');
    expect((await browser.post('/phone/verify', { code })).status).toBe(200);
    expect((await browser.get('/profile')).body).toMatchObject({
      phone: '+62 812 •••• 0000',
      phoneVerified: true,
    });
    expect((await browser.post('/phone/verify', { code })).body.code).toBe('INVALID_CODE');
    expect((await browser.delete('/phone')).status).toBe(200);
    expect((await browser.delete('/phone')).status).toBe(404);
    expect((await browser.get('/profile')).body.phoneVerified).toBe(false);
  });

  it('keeps its number until another one is verified, and no code of somebody else verifies it', async () => {
    const browser = await citizen(running);
    await verifyPhone(browser);
    await browser.post('/phone', { phone: '0813 0000 0001' });
    expect((await browser.get('/profile')).body.phone).toBe('+62 812 •••• 0000');
    const other = await citizen(running, 'lain@example.test');
    const { code } = running.phoneCodes.at(-1)!;
    expect((await other.post('/phone/verify', { code })).status).toBe(400);
    running.clock.advance(10 * MINUTE);
    expect((await browser.post('/phone/verify', { code })).status).toBe(400);
  });

  it('verifies one number for one account: it goes with whoever holds the phone now', async () => {
    const first = await citizen(running);
    const second = await citizen(running, 'lain@example.test');
    await verifyPhone(first);
    expect((await verifyPhone(second, '+62 812 0000 0000')).status).toBe(200);
    expect((await first.get('/profile')).body.phone).toBeNull();
    expect((await second.get('/profile')).body.phone).toBe('+62 812 •••• 0000');
    // At the same time: still one.
    await Promise.all([first.post('/phone', { phone: PHONE }), second.post('/phone', { phone: PHONE })]);
    expect(await running.sql('select 1 from identity.account_phone')).toHaveLength(1);
  });

  it('seals the number: nobody reads it in the database', async () => {
    const browser = await citizen(running);
    await verifyPhone(browser);
    await browser.post('/phone', { phone: '0813 0000 0001' });
    for (const table of ['account_phone', 'one_time_code', 'address_attempt', 'audit_entry', 'event']) {
      const dump = JSON.stringify(await running.sql(`select t::text as row from identity.${table} t`));
      for (const number of ['81200000000', '81300000001']) {
        expect(dump, table).not.toContain(number);
        expect(dump, table).not.toContain(Buffer.from(number).toString('hex'));
      }
    }
  });

  it('sends few codes to one phone, whoever asks for them', async () => {
    const statuses: number[] = [];
    for (let person = 0; person < 4; person++) {
      const browser = await citizen(running, `warga${person}@example.test`);
      statuses.push((await browser.post('/phone', { phone: PHONE })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 429]);
  });

  it('is exported whole to its holder, and nothing in it lets anybody sign in', async () => {
    const browser = await citizen(running);
    await browser.put('/profile', { name: 'Rina Wulandari' });
    await verifyPhone(browser);
    await browser.post('/password/set', { password: PASSWORD });
    const { body } = await browser.get('/account/data');
    expect(body).toMatchObject({
      account: { name: 'Rina Wulandari', email: EMAIL, kind: 'citizen', hasPassword: true },
      phone: { number: E164 },
      sessions: [{ way: 'MAIL_CODE', device: null }],
      posts: [],
      keys: [],
    });
    expect(body.activity.map(({ action }: { action: string }) => action)).toEqual([
      'SIGNED_IN',
      'PROFILE_CHANGED',
      'PHONE_VERIFIED',
      'PASSWORD_SET',
      'DATA_EXPORTED',
    ]);
    const secrets = await running.sql<{ token: string; password: string }>(
      'select s.token, c.password from identity.session s, identity.credential c',
    );
    for (const { token, password } of secrets) {
      expect(JSON.stringify(body)).not.toContain(token);
      expect(JSON.stringify(body)).not.toContain(password);
    }
    const staff = await officer(running, 'analyst-1', ANALYST);
    await staff.post('/api-keys', { label: 'Laptop', days: 3 });
    expect((await staff.get('/account/data')).body).toMatchObject({
      posts: [ANALYST],
      keys: [{ label: 'Laptop' }],
      secondFactor: { totp: true },
    });
    expect((await running.browser().get('/account/data')).status).toBe(401);
  });
});

describe('deleting the account', () => {
  let running: RunningIdentity;
  beforeAll(async () => {
    running = await runIdentity();
  });
  afterAll(() => running[Symbol.asyncDispose]());
  beforeEach(() => running.reset());

  it('erases everything of it, tells reports, and only its id stays in the log', async () => {
    const browser = await citizen(running);
    const { id } = (await browser.get('/get-session')).body.user;
    await browser.put('/profile', { name: 'Kenari Rahasia' });
    await browser.post('/phone', { phone: PHONE });
    await browser.post('/phone/verify', { code: running.phoneCodes[0]!.code });
    await browser.post('/phone', { phone: '0813 0000 0001' });
    await browser.post('/password/set', { password: PASSWORD });
    const options = await browser.post('/passkeys/registration-options');
    const response = new SoftwareAuthenticator(ORIGIN).create(options.body);
    await browser.post('/passkeys', { name: 'Kenari', response });
    await browser.post('/two-factor/enable', { password: PASSWORD });
    await browser.post('/password/forgot', { email: EMAIL });
    await browser.post('/email-otp/send-verification-otp', { email: EMAIL, type: 'sign-in' });
    const other = await citizen(running, 'lain@example.test');

    expect((await browser.post('/account/delete-code')).status).toBe(200);
    const code = await running.codeFor(EMAIL);
    expect(running.mails.at(-1)!.template).toBe('account-deletion-code');
    expect((await other.post('/account/delete', { code })).body.code).toBe('INVALID_CODE');
    const wrong = code === '000000' ? '111111' : '000000';
    expect((await browser.post('/account/delete', { code: wrong })).body.code).toBe('INVALID_CODE');
    const { cookie } = browser;
    expect((await browser.post('/account/delete', { code })).status).toBe(200);

    expect(await running.identity.authenticate({ cookie })).toBeNull();
    expect(browser.cookies.has('__Secure-lapor.session_token')).toBe(false);
    const tables = await running.sql<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'identity'`,
    );
    const hash = Buffer.from(EMAIL).toString('hex');
    for (const { name } of tables) {
      const rows = await running.sql(`select t::text as row from identity."${name}" t`);
      const dump = JSON.stringify(rows);
      expect(dump, name).not.toMatch(/warga@|kenari|81200000000|81300000001/i);
      expect(dump, name).not.toContain(hash);
      if (!['audit_entry', 'event', 'event_delivery'].includes(name)) expect(dump, name).not.toContain(id);
    }
    // Codes that were still on their way went too; those of others stayed.
    expect(await running.sql('select 1 from identity.verification')).toEqual([]);
    expect(await running.sql('select account_id from identity.one_time_code')).toEqual([]);
    expect((await running.events()).at(-1)).toEqual({
      type: 'account.deleted',
      payload: { accountId: id, at: '2026-11-20T02:40:00.000Z' },
    });
    expect((await actions(running)).at(-1)).toBe('ACCOUNT_DELETED');
    await running.identity.settle();
    expect(running.mails.at(-1)).toMatchObject({ template: 'account-deleted', to: EMAIL, facts: {} });
    expect(await viewerOf(running, other)).not.toBeNull();
    // The address may come again, as somebody new.
    const again = await citizen(running);
    expect((await again.get('/get-session')).body.user.id).not.toBe(id);
  });

  it('is for citizens only', async () => {
    const staff = await officer(running, 'officer-1', LIAISON);
    expect((await staff.post('/account/delete-code')).status).toBe(404);
    expect((await staff.post('/account/delete', { code: '123456' })).status).toBe(404);
    expect(await viewerOf(running, staff)).not.toBeNull();
  });

  it('happens once when it is asked for twice at the same time', async () => {
    const browser = await citizen(running);
    await browser.post('/account/delete-code');
    const code = await running.codeFor(EMAIL);
    const answers = await Promise.all([1, 2].map(() => browser.post('/account/delete', { code })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)[0]).toBe(200);
    expect((await running.events()).filter(({ type }) => type === 'account.deleted')).toHaveLength(1);
  });
});

describe('what an installation offers', () => {
  it('is no phone verification where there is no sender', async () => {
    const running = await runIdentity({ phoneMessenger: undefined });
    expect((await running.browser().get('/offers')).body).toEqual({ phone: false, passkey: true });
    const browser = await citizen(running);
    const answer = await browser.post('/phone', { phone: PHONE });
    expect(answer).toMatchObject({ status: 501, body: { code: 'NOT_OFFERED' } });
    await running[Symbol.asyncDispose]();
  });

  it.each([
    ['http://localhost:4000', true],
    ['https://192.0.2.1', false],
    ['http://lapor.example', false],
  ])('is passkeys only where browsers have them (%s)', async (publicUrl, passkey) => {
    const running = await runIdentity({ publicUrl });
    const answer = await running.server.inject({ url: '/auth/offers' });
    expect(answer.json()).toEqual({ phone: true, passkey });
    await running[Symbol.asyncDispose]();
  });
});
