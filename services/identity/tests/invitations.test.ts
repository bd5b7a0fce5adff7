import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  actions,
  addressOf,
  CITY_ADMIN,
  citizen,
  LIAISON,
  openSession,
  registerOfficer,
  signIn,
  viewerOf,
} from './people.ts';
import { PASSWORD, runIdentity, type Browser, type RunningIdentity } from './running-identity.ts';

const NEW_PASSWORD = 'payung biru di halte';
const DAY = 86_400_000;

describe('an invitation', () => {
  let running: RunningIdentity;
  beforeAll(async () => {
    running = await runIdentity();
  });
  afterAll(() => running[Symbol.asyncDispose]());
  beforeEach(() => running.reset());

  /** An invited officer, whose link is on its way. */
  async function invited(officerId = 'officer-1') {
    running.directory.set(officerId, { name: 'Lina Marlina', email: `${officerId}@Example.test` });
    await running.posts(officerId, [LIAISON]);
    return running.invite(officerId);
  }
  const open = (token: string) => running.browser().post('/invitations/open', { token });
  const accept = (token: string, password = NEW_PASSWORD, browser = running.browser()) =>
    browser.post('/invitations/accept', { token, password });
  async function enrol(browser: Browser, password = NEW_PASSWORD): Promise<void> {
    const begun = await browser.post('/two-factor/enable', { password });
    const secret = Secret.fromBase32(new URL(begun.body.totpURI).searchParams.get('secret')!);
    const confirmed = await browser.post('/two-factor/verify-totp', {
      code: new TOTP({ secret }).generate(),
    });
    expect(confirmed.status).toBe(200);
  }

  it('goes by mail to the address that the organisation has, with a link to the console and its end', async () => {
    const { token, mail } = await invited();
    expect(mail).toEqual({
      template: 'invitation',
      to: 'officer-1@example.test',
      facts: { token, console: 'agency', expiresOn: '2026-11-27' },
      language: 'id',
    });
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(running.mails).toHaveLength(1);
  });

  it('shows whose it is and for which posts, without using the link up', async () => {
    const { token } = await invited();
    for (let time = 0; time < 2; time++)
      expect(await open(token)).toMatchObject({
        status: 200,
        body: {
          name: 'Lina Marlina',
          email: 'officer-1@example.test',
          expiresAt: '2026-11-27T02:40:00.000Z',
          posts: [LIAISON],
        },
      });
  });

  it('makes the account, proves its address, and lets it do nothing but enrol a second factor', async () => {
    const { token } = await invited();
    const browser = running.browser();
    expect(await accept(token, NEW_PASSWORD, browser)).toMatchObject({ status: 200 });
    expect(await running.sql('select id, email, kind, "emailVerified" from identity.account')).toEqual([
      { id: 'officer-1', email: 'officer-1@example.test', kind: 'officer', emailVerified: true },
    ]);
    expect(await viewerOf(running, browser)).toMatchObject({ posts: [], mustEnrol: true });
    expect((await browser.get('/get-session')).body).toMatchObject({ mustEnrol: true });
    for (const path of ['/api-keys', '/audit', '/profile'])
      expect((await browser.get(path)).status, path).toBe(401);

    await enrol(browser);
    expect(await viewerOf(running, browser)).toMatchObject({ posts: [LIAISON] });
    expect(await actions(running)).toEqual([
      'INVITATION_SENT',
      'INVITATION_ACCEPTED',
      'SIGNED_IN',
      'SECOND_FACTOR_BEGUN',
      'SECOND_FACTOR_ENROLLED',
    ]);
    await signIn(running, 'officer-1', { password: NEW_PASSWORD });
  });

  it('tells the organisations when it is accepted and when the second factor stands', async () => {
    const { token } = await invited();
    const browser = running.browser();
    await accept(token, NEW_PASSWORD, browser);
    await enrol(browser);
    const told = (await running.events()).map(({ type, payload }) => ({ type, ...payload }));
    const about = { type: 'account.changed', officerId: 'officer-1', state: 'ACTIVE' };
    expect(told).toMatchObject([
      { ...about, hasSecondFactor: false, lastSignedInOn: null },
      { ...about, hasSecondFactor: true, lastSignedInOn: '2026-11-20' },
    ]);
    // Once more on the same day says nothing, on the next it does.
    await signIn(running, 'officer-1', { password: NEW_PASSWORD });
    expect(await running.events()).toHaveLength(2);
    running.clock.advance(DAY);
    await signIn(running, 'officer-1', { password: NEW_PASSWORD });
    expect((await running.events()).at(-1)!.payload).toMatchObject({ lastSignedInOn: '2026-11-21' });
    expect(JSON.stringify(await running.events())).not.toMatch(/example\.test|Lina/i);
  });

  describe('to another address', () => {
    const moved = async () => {
      await registerOfficer(running, 'officer-1', [LIAISON]);
      running.directory.set('officer-1', { name: 'Lina Marlina', email: 'baru@example.test' });
      return running.invite('officer-1', { isRenewal: true, changesAddress: true });
    };
    const addressNow = async () =>
      (await running.sql<{ email: string }>('select email from identity.account'))[0]!.email;

    it('ends all sessions and codes at once, tells the old address, and changes nothing else until it is used', async () => {
      await registerOfficer(running, 'officer-1', [LIAISON]);
      const browser = await openSession(running, 'officer-1');
      await browser.post('/password/forgot', { email: addressOf('officer-1') });
      const code = await running.codeFor(addressOf('officer-1'));
      await running.sql('delete from identity.account');
      await moved();
      expect(running.mails.map(({ template, to }) => [template, to])).toEqual([
        ['password-reset-code', addressOf('officer-1')],
        ['invitation-renewed', 'baru@example.test'],
        ['address-changing', addressOf('officer-1')],
      ]);
      expect(await viewerOf(running, browser)).toBeNull();
      const reset = { email: addressOf('officer-1'), code, password: NEW_PASSWORD };
      expect((await running.browser().post('/password/reset', reset)).status).toBe(400);
      expect(await addressNow()).toBe(addressOf('officer-1'));
      await signIn(running, 'officer-1');
      expect(await actions(running)).toContain('ADDRESS_CHANGE_BEGUN');
    });

    it('gives it to the account when the link is used, with everything set anew', async () => {
      const { token } = await moved();
      const before = await signIn(running, 'officer-1');
      const browser = running.browser();
      expect((await accept(token, NEW_PASSWORD, browser)).status).toBe(200);
      expect(await addressNow()).toBe('baru@example.test');
      expect(await viewerOf(running, before)).toBeNull();
      await enrol(browser);
      const old = { email: addressOf('officer-1'), password: PASSWORD };
      expect((await running.browser().post('/sign-in/email', old)).status).toBe(401);
      const now = { email: 'baru@example.test', password: NEW_PASSWORD };
      expect((await running.browser().post('/sign-in/email', now)).body.twoFactorRedirect).toBe(true);
    });

    it('tells nobody of an address that never was proved', async () => {
      await invited();
      running.directory.set('officer-1', { name: 'Lina Marlina', email: 'benar@example.test' });
      await running.invite('officer-1', { changesAddress: true });
      expect(running.mails.map(({ template, to }) => [template, to])).toEqual([
        ['invitation', 'officer-1@example.test'],
        ['invitation', 'benar@example.test'],
      ]);
    });
  });

  it('is not needed for another name: the account takes it over', async () => {
    await registerOfficer(running, 'officer-1', [LIAISON]);
    running.directory.set('officer-1', { name: 'Lina M. Sari', email: addressOf('officer-1') });
    await running.rename('officer-1');
    const browser = await openSession(running, 'officer-1');
    expect((await browser.get('/get-session')).body.user.name).toBe('Lina M. Sari');
    expect((await actions(running)).filter((action) => action === 'NAME_CHANGED')).toHaveLength(1);
    await running.rename('officer-1');
    await running.rename('officer-unknown');
    expect((await actions(running)).filter((action) => action === 'NAME_CHANGED')).toHaveLength(1);
  });

  it('is good once, also when it is accepted twice at the same time', async () => {
    const { token } = await invited();
    const answers = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400, 400]);
    expect(answers.find(({ status }) => status === 400)!.body.code).toBe('INVITATION_INVALID');
    expect(await open(token)).toMatchObject({ status: 404, body: { code: 'INVITATION_INVALID' } });
  });

  it('is nothing when it is unknown, run out, or its officer suspended or without a post', async () => {
    const { token } = await invited();
    const isOpen = async () => (await open(token)).status === 200;
    expect((await open(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).status).toBe(404);
    running.clock.advance(7 * DAY - 1);
    expect(await isOpen()).toBe(true);
    running.clock.advance(1);
    expect(await isOpen()).toBe(false);
    expect((await accept(token)).body.code).toBe('INVITATION_INVALID');
    running.clock.set('2026-11-20T02:40:00.000Z');
    await running.posts('officer-1', [LIAISON], { isSuspended: true });
    expect(await isOpen()).toBe(false);
    await running.posts('officer-1', []);
    expect(await isOpen()).toBe(false);
    await running.posts('officer-1', [{ ...LIAISON, from: '2026-12-01T00:00:00.000Z' }]);
    expect(await isOpen()).toBe(true);
  });

  it('makes the links before it void, and no two are open for one officer', async () => {
    const { token: first } = await invited();
    const { token: second } = await running.invite('officer-1');
    expect(second).not.toBe(first);
    expect((await open(first)).status).toBe(404);
    expect((await open(second)).status).toBe(200);
    expect((await accept(first)).status).toBe(400);
    expect((await accept(second)).status).toBe(200);
  });

  it('is mailed once more with the same link when the sender was away', async () => {
    let failures = 1;
    const tokens: string[] = [];
    const away = await runIdentity({
      mailer: {
        send: async ({ facts }) => {
          tokens.push(facts.token!);
          if (failures-- > 0) throw new Error('channels is down');
        },
      },
      officerDirectory: { contactOf: async () => ({ name: 'L', email: 'l@example.test' }) },
    });
    await away.posts('officer-1', [LIAISON]);
    await expect(away.invite('officer-1')).rejects.toThrow('No invitation');
    await away.sql(`update identity_jobs._private_jobs set run_at = '2000-01-01'`);
    await away.identity.settle();
    expect(tokens).toHaveLength(2);
    expect(tokens[0]).toBe(tokens[1]);
    const [token] = tokens;
    expect((await away.browser().post('/invitations/open', { token })).status).toBe(200);
    await away[Symbol.asyncDispose]();
  });

  it('ends when there is nobody to send it to', async () => {
    await running.posts('officer-9', [LIAISON]);
    await expect(running.invite('officer-9')).rejects.toThrow('No invitation');
    expect(await running.sql('select 1 from identity.invitation where voided_at is null')).toEqual([]);
  });

  it('keeps neither its secret nor name and address in readable form, and erases them at its end', async () => {
    const { token } = await invited();
    const dump = async () =>
      JSON.stringify(await running.sql('select i::text as row from identity.invitation i'));
    const readable = /officer-1@|Lina|6f6666696365722d3140|4c696e61/i;
    expect(await dump()).not.toMatch(readable);
    expect(await dump()).not.toContain(token);
    expect(await dump()).not.toContain(Buffer.from(token).toString('hex'));
    await accept(token);
    expect(await running.sql('select contact from identity.invitation')).toEqual([{ contact: null }]);
  });

  it('refuses passwords by the one rule, before anything is made', async () => {
    const { token } = await invited();
    for (const [password, code] of [
      ['sebelas1234', 'PASSWORD_TOO_SHORT'],
      ['password1234', 'PASSWORD_COMMON'],
      ['lina marlina 1', 'PASSWORD_LIKE_ADDRESS'],
      ['x'.repeat(129), 'PASSWORD_TOO_LONG'],
    ] as const)
      expect(await accept(token, password), password).toMatchObject({ status: 400, body: { code } });
    expect(await running.sql('select 1 from identity.account')).toEqual([]);
    expect((await open(token)).status).toBe(200);
  });

  it('tells its holder that a citizen has the address, and takes nothing over', async () => {
    await citizen(running, 'officer-1@example.test');
    const { token } = await invited();
    expect(await accept(token)).toMatchObject({ status: 400, body: { code: 'ADDRESS_IN_USE' } });
    expect(await running.sql('select kind from identity.account')).toEqual([{ kind: 'citizen' }]);
    expect((await open(token)).status).toBe(200);
  });

  it('is not kept from its address by a stranger’s sign-up that was never confirmed', async () => {
    await running
      .browser()
      .post('/sign-up/email', { email: 'officer-1@example.test', password: PASSWORD, name: 'X' });
    const { token } = await invited();
    expect((await accept(token)).status).toBe(200);
    expect(await running.sql('select kind from identity.account')).toEqual([{ kind: 'officer' }]);
  });
});

describe('a renewed invitation', () => {
  let running: RunningIdentity;
  beforeAll(async () => {
    running = await runIdentity();
  });
  afterAll(() => running[Symbol.asyncDispose]());
  beforeEach(() => running.reset());

  it('changes nothing until it is accepted, then sets everything anew and ends all sessions', async () => {
    await registerOfficer(running, 'officer-1', [CITY_ADMIN]);
    const before = await openSession(running, 'officer-1');
    running.directory.set('officer-1', { name: 'Nama Baru', email: 'kantor.baru@example.test' });
    const { token, mail } = await running.invite('officer-1', { isRenewal: true });
    expect(mail).toMatchObject({ template: 'invitation-renewed', to: 'kantor.baru@example.test' });
    expect(await viewerOf(running, before)).toMatchObject({ posts: [CITY_ADMIN] });
    await signIn(running, 'officer-1');

    const browser = running.browser();
    expect((await browser.post('/invitations/accept', { token, password: NEW_PASSWORD })).status).toBe(200);
    expect(await viewerOf(running, before)).toBeNull();
    expect(await viewerOf(running, browser)).toMatchObject({ posts: [], mustEnrol: true });
    expect(
      (await running.browser().post('/sign-in/email', { email: addressOf('officer-1'), password: PASSWORD }))
        .status,
    ).toBe(401);
    const again = await running
      .browser()
      .post('/sign-in/email', { email: 'kantor.baru@example.test', password: NEW_PASSWORD });
    expect(again.body.twoFactorRedirect).toBeUndefined();
    expect(await running.sql('select 1 from identity.second_factor')).toEqual([]);
    expect((await running.events()).at(-1)!.payload).toMatchObject({
      state: 'ACTIVE',
      hasSecondFactor: false,
    });
    expect(await actions(running)).toContain('ACCOUNT_RENEWED');
  });

  it('needs the whole second factor again, which an old code does not give', async () => {
    await registerOfficer(running, 'officer-1', [CITY_ADMIN]);
    const old = (await running.identity.currentTotp('officer-1'))!.code;
    running.directory.set('officer-1', { name: 'Petugas', email: addressOf('officer-1') });
    // Somebody has entered the password and waits before the second step.
    const halfway = running.browser();
    await halfway.post('/sign-in/email', { email: addressOf('officer-1'), password: PASSWORD });
    const { token } = await running.invite('officer-1', { isRenewal: true });
    await running.browser().post('/invitations/accept', { token, password: NEW_PASSWORD });
    expect((await halfway.post('/two-factor/verify-totp', { code: old })).status).toBe(401);
    expect(await viewerOf(running, halfway)).toBeNull();
  });
});
