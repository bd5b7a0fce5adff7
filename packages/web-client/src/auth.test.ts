import { describe, expect, it } from 'vitest';
import { createAuth } from './auth.ts';

const answering = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  const sent: { path: string; body: unknown }[] = [];
  const auth = createAuth(async (path, init) => {
    sent.push({ path, body: typeof init.body === 'string' ? JSON.parse(init.body) : null });
    return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
  });
  return { auth, sent };
};

const officer = { email: 'officer@example.test', password: 'correct horse battery' };

describe('signing in', () => {
  it('says that six digits are needed before there is a session', async () => {
    const { auth, sent } = answering(200, { twoFactorRedirect: true });
    expect(await auth.signIn(officer)).toEqual({ ok: true, secondFactor: true });
    expect(sent).toEqual([{ path: '/auth/sign-in/email', body: officer }]);
  });

  it('needs nothing more for an account without a second factor', async () => {
    const { auth } = answering(200, { token: 'x', user: { id: 'u' } });
    expect(await auth.signIn(officer)).toEqual({ ok: true, secondFactor: false });
  });

  it.each([
    [401, { code: 'INVALID_EMAIL_OR_PASSWORD' }, 'WRONG_CREDENTIALS'],
    [400, { code: 'INVALID_EMAIL' }, 'EMAIL_INVALID'],
    [403, { code: 'SOMETHING_NEW' }, 'REFUSED'],
    [429, null, 'TOO_MANY_ATTEMPTS'],
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
    expect(await answering(401, {}).auth.currentSession()).toBeNull();
  });

  it('names the account and its kind; an unknown kind has no privilege', async () => {
    const { auth } = answering(200, {
      session: {},
      user: { id: 'u-1', email: 'a@example.test', name: 'A', kind: 'officer' },
    });
    expect(await auth.currentSession()).toEqual({
      accountId: 'u-1',
      email: 'a@example.test',
      name: 'A',
      kind: 'officer',
    });
    const odd = answering(200, { user: { id: 'u-2', kind: 'root' } });
    expect((await odd.auth.currentSession())?.kind).toBe('citizen');
  });

  it('is not taken for "signed out" when the server is in trouble', async () => {
    await expect(answering(503, null).auth.currentSession()).rejects.toThrow('503');
  });
});
