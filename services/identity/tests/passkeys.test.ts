import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  actions,
  addressOf,
  citizen,
  LIAISON,
  officer,
  openSession,
  registerOfficer,
  viewerOf,
} from './people.ts';
import { ORIGIN, PASSWORD, runIdentity, type Browser, type RunningIdentity } from './running-identity.ts';
import { SoftwareAuthenticator, type Bend } from './software-authenticator.ts';

describe('a passkey', () => {
  let running: RunningIdentity;
  beforeAll(async () => {
    running = await runIdentity();
  });
  afterAll(() => running[Symbol.asyncDispose]());
  beforeEach(() => running.reset());

  async function enrol(
    browser: Browser,
    { authenticator = new SoftwareAuthenticator(ORIGIN), name = 'Ponsel', bend = {} as Bend } = {},
  ) {
    const options = await browser.post('/passkeys/registration-options');
    expect(options.status).toBe(200);
    const answer = await browser.post('/passkeys', {
      name,
      response: authenticator.create(options.body, bend),
    });
    return { authenticator, answer };
  }
  async function come(authenticator: SoftwareAuthenticator, bend: Bend = {}, browser = running.browser()) {
    const options = await browser.post('/passkeys/sign-in-options');
    const answer = await browser.post('/passkeys/sign-in', {
      response: authenticator.get(options.body, bend),
    });
    return { browser, answer };
  }
  /** An officer who has a password only, signed in half-way. */
  async function halfway(id = 'officer-1'): Promise<Browser> {
    await registerOfficer(running, id, [LIAISON], { isEnrolled: false });
    const browser = running.browser();
    await browser.post('/sign-in/email', { email: addressOf(id), password: PASSWORD });
    return browser;
  }

  it('asks for user verification and a key that is found without an address, and names nobody', async () => {
    const browser = await officer(running, 'officer-1', LIAISON);
    const { body } = await browser.post('/passkeys/registration-options');
    expect(body).toMatchObject({
      rp: { id: 'lapor.example' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    expect(Buffer.from(body.user.id, 'base64url').toString()).not.toContain('officer-1');
    const request = (await running.browser().post('/passkeys/sign-in-options')).body;
    expect(request).toMatchObject({ rpId: 'lapor.example', userVerification: 'required' });
    expect(request.allowCredentials ?? []).toEqual([]);
  });

  it('of an officer is password and second factor in one', async () => {
    const browser = await officer(running, 'officer-1', LIAISON);
    const { authenticator } = await enrol(browser);
    const { browser: fresh, answer } = await come(authenticator);
    expect(answer.status).toBe(200);
    expect(await viewerOf(running, fresh)).toEqual({
      kind: 'officer',
      accountId: 'officer-1',
      posts: [LIAISON],
      reportGrants: [],
    });
    expect((await fresh.get('/sessions')).body.sessions[0]).toMatchObject({
      way: 'PASSKEY',
      isCurrent: true,
    });
    const { passkeys } = (await fresh.get('/second-factor')).body;
    expect(passkeys).toEqual([
      {
        id: expect.any(String),
        name: 'Ponsel',
        createdAt: '2026-11-20T02:40:00.000Z',
        lastUsedAt: '2026-11-20T02:40:00.000Z',
      },
    ]);
  });

  it('satisfies the duty to enrol, tells the organisations, and half sessions end', async () => {
    const browser = await halfway();
    const stranger = running.browser();
    await stranger.post('/sign-in/email', { email: addressOf('officer-1'), password: PASSWORD });
    expect((await browser.get('/get-session')).body.mustEnrol).toBe(true);
    const { authenticator, answer } = await enrol(browser);
    expect(answer.status).toBe(201);
    expect(await viewerOf(running, browser)).toMatchObject({ posts: [LIAISON] });
    expect(await viewerOf(running, stranger)).toBeNull();
    expect((await running.events()).at(-1)!.payload).toMatchObject({ hasSecondFactor: true });
    // The password alone is not enough any more; the passkey alone is.
    const again = running.browser();
    const first = await again.post('/sign-in/email', { email: addressOf('officer-1'), password: PASSWORD });
    expect(first.body).toEqual({ twoFactorRedirect: true, twoFactorMethods: ['passkey'] });
    expect(await viewerOf(running, again)).toBeNull();
    expect((await come(authenticator, {}, again)).answer.status).toBe(200);
    expect(await viewerOf(running, again)).toMatchObject({ posts: [LIAISON] });
  });

  it('is one more way in for a citizen, who may still come by mail code', async () => {
    const { authenticator } = await enrol(await citizen(running));
    const { browser } = await come(authenticator);
    expect(await viewerOf(running, browser)).toMatchObject({ kind: 'citizen' });
    expect(await viewerOf(running, await citizen(running))).toMatchObject({ kind: 'citizen' });
  });

  it('gives this session a new secret and ends the others', async () => {
    const browser = await officer(running, 'officer-1', LIAISON);
    const other = await openSession(running, 'officer-1');
    const { cookie } = browser;
    await enrol(browser);
    expect(await running.identity.authenticate({ cookie })).toBeNull();
    expect(await viewerOf(running, other)).toBeNull();
    expect(await viewerOf(running, browser)).toMatchObject({ posts: [LIAISON] });
    await running.identity.settle();
    expect(running.mails.at(-1)).toMatchObject({
      template: 'second-factor-changed',
      facts: { change: 'PASSKEY_ADDED' },
    });
    expect(await actions(running)).toContain('PASSKEY_ADDED');
  });

  it.each<[string, Bend]>([
    ['for another origin', { origin: 'https://lapor.example.evil.test' }],
    ['for the same host without encryption', { origin: 'http://lapor.example' }],
    ['for another relying party', { rpId: 'evil.example' }],
    ['for another challenge', { challenge: Buffer.from('another').toString('base64url') }],
    ['of the kind of a sign-in', { type: 'webauthn.get' }],
    ['without user verification', { isUserVerified: false }],
    ['without anybody there', { isUserPresent: false }],
  ])('is not enrolled when made %s', async (_name, bend) => {
    const { answer } = await enrol(await citizen(running), { bend });
    expect(answer).toMatchObject({ status: 400, body: { code: 'PASSKEY_REFUSED' } });
    expect(await running.sql('select 1 from identity.passkey')).toEqual([]);
  });

  it.each<[string, Bend | (() => Bend)]>([
    ['for another origin', { origin: 'https://lapor.example.evil.test' }],
    ['for another relying party', { rpId: 'evil.example' }],
    ['for another challenge', { challenge: Buffer.from('another').toString('base64url') }],
    ['of the kind of an enrolment', { type: 'webauthn.create' }],
    ['without user verification', { isUserVerified: false }],
    ['without anybody there', { isUserPresent: false }],
    [
      'with another key',
      () => ({ signsWith: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }),
    ],
    ['with a key of another kind', () => ({ signsWith: generateKeyPairSync('ed25519').privateKey })],
    ['for another account', { userHandle: Buffer.from('somebody else').toString('base64url') }],
    ['as an unknown credential', { credentialId: Buffer.from('unknown').toString('base64url') }],
    ['with a counter that has not grown', { counter: 0 }],
  ])('does not sign in when used %s', async (_name, bent) => {
    const browser = await officer(running, 'officer-1', LIAISON);
    const { authenticator } = await enrol(browser);
    await come(authenticator);
    const bend = typeof bent === 'function' ? bent() : bent;
    const { browser: fresh, answer } = await come(authenticator, bend);
    expect(answer).toMatchObject({ status: 401, body: { code: 'PASSKEY_REFUSED' } });
    expect(await viewerOf(running, fresh)).toBeNull();
    expect((await actions(running)).at(-1)).toBe('SIGN_IN_FAILED');
    // And the right use still does.
    expect((await come(authenticator)).answer.status).toBe(200);
  });

  it('cannot be replayed: not the answer again, not from another browser, not with a kept cookie', async () => {
    const { authenticator } = await enrol(await officer(running, 'officer-1', LIAISON));
    const browser = running.browser();
    const options = await browser.post('/passkeys/sign-in-options');
    const cookies = new Map(browser.cookies);
    const response = authenticator.get(options.body);
    const elsewhere = await running.browser().post('/passkeys/sign-in', { response });
    expect(elsewhere).toMatchObject({ status: 400, body: { code: 'STEP_EXPIRED' } });
    expect((await browser.post('/passkeys/sign-in', { response })).status).toBe(200);

    const replay = running.browser();
    for (const [name, value] of cookies) replay.cookies.set(name, value);
    expect((await replay.post('/passkeys/sign-in', { response })).status).toBe(400);
    await replay.post('/passkeys/sign-in-options');
    expect((await replay.post('/passkeys/sign-in', { response })).status).toBe(401);
    expect(await viewerOf(running, replay)).toBeNull();
  });

  it('signs in once when its answer is sent twice at the same time', async () => {
    const { authenticator } = await enrol(await officer(running, 'officer-1', LIAISON));
    const browser = running.browser();
    const options = await browser.post('/passkeys/sign-in-options');
    const response = authenticator.get(options.body);
    const answers = await Promise.all([1, 2, 3].map(() => browser.post('/passkeys/sign-in', { response })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400, 400]);
  });

  it('works on authenticators that do not count', async () => {
    const authenticator = new SoftwareAuthenticator(ORIGIN, false);
    await enrol(await citizen(running), { authenticator });
    for (let time = 0; time < 3; time++) expect((await come(authenticator)).answer.status).toBe(200);
  });

  it('has five minutes for each step', async () => {
    const browser = await citizen(running);
    const authenticator = new SoftwareAuthenticator(ORIGIN);
    const options = await browser.post('/passkeys/registration-options');
    running.clock.advance(300_000);
    const late = await browser.post('/passkeys', { name: 'X', response: authenticator.create(options.body) });
    expect(late).toMatchObject({ status: 400, body: { code: 'STEP_EXPIRED' } });
    await enrol(browser, { authenticator });
    const fresh = running.browser();
    const request = await fresh.post('/passkeys/sign-in-options');
    running.clock.advance(300_000);
    const answer = await fresh.post('/passkeys/sign-in', { response: authenticator.get(request.body) });
    expect(answer.body.code).toBe('STEP_EXPIRED');
  });

  it('belongs to one account only', async () => {
    const authenticator = new SoftwareAuthenticator(ORIGIN);
    await enrol(await citizen(running), { authenticator });
    const { userHandle } = authenticator;
    const { answer } = await enrol(await citizen(running, 'lain@example.test'), { authenticator });
    expect(answer.body.code).toBe('PASSKEY_REFUSED');
    const { browser } = await come(authenticator, { userHandle });
    expect((await browser.get('/get-session')).body.user.email).toBe('warga@example.test');
  });

  it('is not enrolled with the options of another session', async () => {
    const [one, two] = [await citizen(running), await citizen(running, 'lain@example.test')];
    const options = await one.post('/passkeys/registration-options');
    const response = new SoftwareAuthenticator(ORIGIN).create(options.body);
    expect((await two.post('/passkeys', { name: 'X', response })).body.code).toBe('STEP_EXPIRED');
    expect((await running.browser().post('/passkeys', { name: 'X', response })).status).toBe(401);
  });

  it('needs the password where the session is older than ten minutes', async () => {
    const browser = await officer(running, 'officer-1', LIAISON);
    await running.sql(`update identity.session set "createdAt" = now() - interval '10 minutes'`);
    expect(await browser.post('/passkeys/registration-options')).toMatchObject({
      status: 403,
      body: { code: 'CONFIRMATION_NEEDED' },
    });
    const wrong = await browser.post('/passkeys/registration-options', { password: 'bukan kata sandinya' });
    expect(wrong.body.code).toBe('INVALID_PASSWORD');
    const right = await browser.post('/passkeys/registration-options', { password: PASSWORD });
    expect(right.status).toBe(200);
  });

  it('is renamed and removed by its holder alone, and an officer keeps one second factor', async () => {
    const browser = await halfway();
    const { authenticator, answer } = await enrol(browser);
    const { id } = answer.body;
    const stranger = await officer(running, 'officer-2', LIAISON);
    expect((await stranger.put(`/passkeys/${id}`, { name: 'Milik saya' })).status).toBe(404);
    expect((await stranger.delete(`/passkeys/${id}`, { password: PASSWORD })).status).toBe(404);
    expect((await browser.put(`/passkeys/${id}`, { name: 'Laptop kantor' })).status).toBe(200);
    expect((await browser.get('/second-factor')).body.passkeys[0].name).toBe('Laptop kantor');
    expect(await browser.delete(`/passkeys/${id}`, { password: PASSWORD })).toMatchObject({
      status: 409,
      body: { code: 'SECOND_FACTOR_NEEDED' },
    });
    const second = await enrol(browser, { name: 'Cadangan' });
    expect((await browser.delete(`/passkeys/${id}`, { password: PASSWORD })).status).toBe(200);
    expect((await come(authenticator)).answer.status).toBe(401);
    expect((await come(second.authenticator)).answer.status).toBe(200);
  });

  it('does not let a suspended officer in, in the words of a passkey that is not accepted', async () => {
    const { authenticator } = await enrol(await officer(running, 'officer-1', LIAISON));
    const wrong = (await come(authenticator, { isUserVerified: false })).answer;
    await running.posts('officer-1', [LIAISON], { isSuspended: true });
    const { browser, answer } = await come(authenticator);
    expect([answer.status, answer.text]).toEqual([wrong.status, wrong.text]);
    expect(await viewerOf(running, browser)).toBeNull();
    expect((await actions(running)).at(-1)).toBe('SIGN_IN_REFUSED');
  });

  it('is refused politely whatever is sent in its place', async () => {
    const browser = await citizen(running);
    const good = new SoftwareAuthenticator(ORIGIN);
    for (const response of [
      null,
      'x',
      {},
      { id: 'x', rawId: 'x', type: 'public-key', response: {} },
      { ...good.create({ challenge: 'x', rp: { id: 'x' }, user: { id: 'x' } }), id: '../..' },
      {
        ...good.create({ challenge: 'x', rp: { id: 'x' }, user: { id: 'x' } }),
        response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' },
      },
    ]) {
      await browser.post('/passkeys/registration-options');
      expect((await browser.post('/passkeys', { name: 'X', response })).status).toBe(400);
      const fresh = running.browser();
      await fresh.post('/passkeys/sign-in-options');
      expect([400, 401]).toContain((await fresh.post('/passkeys/sign-in', { response })).status);
    }
  });
});
