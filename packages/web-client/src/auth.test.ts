import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAuth } from './auth.ts';
import { createAsk } from './auth-request.ts';
import { agencySignInOf, agencySignInPath } from './auth-agency.ts';
import { accountAudit } from './auth-audit.ts';

const answering = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  const sent: { path: string; method: string; body: unknown }[] = [];
  const fetch = async (path: string, init: RequestInit) => {
    const body_ = typeof init.body === 'string' ? JSON.parse(init.body) : null;
    sent.push({ path, method: init.method ?? '', body: body_ });
    return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
  };
  return { auth: createAuth(fetch), ask: createAsk(fetch), fetch, sent };
};

const officer = { email: 'officer@example.test', password: 'correct horse battery' };

describe('signing in', () => {
  it('says that a second factor is needed before there is a session, and which', async () => {
    const { auth, sent } = answering(200, {
      twoFactorRedirect: true,
      twoFactorMethods: ['totp', 'passkey', 'carrier pigeon'],
    });
    expect(await auth.signIn(officer)).toEqual({
      ok: true,
      secondFactor: true,
      methods: ['totp', 'passkey'],
    });
    expect(sent).toEqual([{ path: '/auth/sign-in/email', method: 'POST', body: officer }]);
  });

  it('needs nothing more for an account without a second factor', async () => {
    const { auth } = answering(200, { user: { id: 'u' } });
    expect(await auth.signIn(officer)).toEqual({ ok: true, secondFactor: false, methods: [] });
  });

  it.each([
    [401, { code: 'INVALID_EMAIL_OR_PASSWORD' }, 'WRONG_CREDENTIALS'],
    [400, { code: 'INVALID_EMAIL' }, 'EMAIL_INVALID'],
    [400, { code: 'PASSWORD_COMMON' }, 'PASSWORD_COMMON'],
    [403, { code: 'SOMETHING_NEW' }, 'REFUSED'],
    [403, { code: 'INVALID_ORIGIN' }, 'OTHER_ADDRESS'],
    [404, { code: 'INVITATION_INVALID' }, 'INVITATION_INVALID'],
    [400, { code: 'toString' }, 'REFUSED'],
    [400, { code: 7 }, 'REFUSED'],
    [429, null, 'TOO_MANY_ATTEMPTS'],
    [501, { code: 'NOT_OFFERED' }, 'NOT_OFFERED'],
    [502, null, 'UNAVAILABLE'],
  ])('turns %i %j into %s', async (status, body, code) => {
    const { auth } = answering(status, body);
    expect(await auth.signIn(officer)).toEqual({ ok: false, code });
  });

  it('says how long to wait when there were too many attempts', async () => {
    const { auth } = answering(429, {}, { 'x-retry-after': '42' });
    expect(await auth.signIn(officer)).toEqual({
      ok: false,
      code: 'TOO_MANY_ATTEMPTS',
      retryAfterSeconds: 42,
    });
  });

  it('tells a lost connection from a refusal', async () => {
    const auth = createAuth(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await auth.signIn(officer)).toEqual({ ok: false, code: 'OFFLINE' });
  });
});

describe('the second factor', () => {
  it('tells a wrong code from a first step that is too long ago', async () => {
    const wrong = answering(401, { code: 'INVALID_CODE' });
    expect(await wrong.auth.verifySecondFactor('123456')).toEqual({ ok: false, code: 'WRONG_CODE' });
    const late = answering(401, { code: 'INVALID_TWO_FACTOR_COOKIE' });
    expect(await late.auth.verifySecondFactor('123456')).toEqual({ ok: false, code: 'STEP_EXPIRED' });
  });
});

describe('the code by mail', () => {
  it('asks for a code to sign in with', async () => {
    const { auth, sent } = answering(200, { success: true });
    expect(await auth.sendMailCode('citizen@example.test')).toEqual({ ok: true });
    expect(sent[0]).toEqual({
      path: '/auth/email-otp/send-verification-otp',
      method: 'POST',
      body: { email: 'citizen@example.test', type: 'sign-in' },
    });
  });

  it('tells an expired code from a wrong one', async () => {
    const { auth } = answering(400, { code: 'OTP_EXPIRED' });
    expect(await auth.signInWithCode('citizen@example.test', '123456')).toEqual({
      ok: false,
      code: 'CODE_EXPIRED',
    });
  });
});

describe('the current session', () => {
  it('is nobody when the server says so', async () => {
    expect(await answering(200, null).auth.currentSession()).toBeNull();
    expect(await answering(401, { code: 'UNAUTHORIZED' }).auth.currentSession()).toBeNull();
  });

  it('names the account, its kind and posts; an unknown kind has no privilege', async () => {
    const { auth } = answering(200, {
      session: { expiresAt: '2026-11-20T14:40:00.000Z' },
      user: { id: 'u-1', email: 'a@example.test', name: 'A', kind: 'officer', twoFactorEnabled: true },
      mustEnrol: false,
      actingPost: { role: 'AGENCY_ADMIN', organisationId: 'kemensos' },
      posts: [{ role: 'AGENCY_ADMIN', organisationId: 'kemensos' }, { role: 5 }],
    });
    expect(await auth.currentSession()).toEqual({
      accountId: 'u-1',
      email: 'a@example.test',
      name: 'A',
      kind: 'officer',
      hasSecondFactor: true,
      mustEnrol: false,
      actingPost: { role: 'AGENCY_ADMIN', organisationId: 'kemensos' },
      posts: [{ role: 'AGENCY_ADMIN', organisationId: 'kemensos' }],
      expiresAt: '2026-11-20T14:40:00.000Z',
    });
    const odd = answering(200, { user: { id: 'u-2', kind: 'root' } });
    expect(await odd.auth.currentSession()).toMatchObject({
      kind: 'citizen',
      hasSecondFactor: false,
      posts: [],
    });
  });

  it('is not taken for "signed out" when the server is in trouble', async () => {
    await expect(answering(503, null).auth.currentSession()).rejects.toThrow('UNAVAILABLE');
  });
});

describe('a question', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('hands the answer on as it is, and sends a body only where there is one', async () => {
    const { ask, sent } = answering(200, { entries: [], next: null });
    expect(await ask('GET', '/audit')).toEqual({ ok: true, value: { entries: [], next: null } });
    expect(sent[0]).toEqual({ path: '/auth/audit', method: 'GET', body: null });
  });

  it('sends what people typed as values only, and of an address the domain alone', async () => {
    const { fetch, sent } = answering(200, null);
    vi.stubGlobal('fetch', fetch);
    await agencySignInOf('a&b=c#d@example.test&x=1');
    await accountAudit({ before: 12, action: 'SIGNED_IN', accountId: 'x&y' });
    expect(sent.map(({ path }) => path)).toEqual([
      '/auth/oidc/provider?email=%40example.test%26x%3D1',
      '/auth/audit?before=12&action=SIGNED_IN&accountId=x%26y',
    ]);
    expect(agencySignInPath('kemensos', '/instansi/?a=1&b=2')).toBe(
      '/auth/oidc/start?provider=kemensos&to=%2Finstansi%2F%3Fa%3D1%26b%3D2',
    );
  });
});
