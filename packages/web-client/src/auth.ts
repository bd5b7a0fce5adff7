import type { AuthCode } from './auth-codes.ts';
import { createAsk, resultOf, type AuthResult, type Failed, type Fetch } from './auth-request.ts';

export type { AuthCode, AuthResult };

/**
 * `secondFactor`: there is no session yet. With `totp` among the methods the six digits (or a recovery code) come next;
 * a passkey is a way in of its own (`signInWithPasskey`).
 */
export type SignInResult =
  { ok: true; secondFactor: boolean; methods: readonly ('totp' | 'passkey')[] } | Failed;

export interface SignUpInput {
  name: string;
  email: string;
  /** At least ten characters. */
  password: string;
}

/** An officer's post, as far as the session knows it. */
export interface SessionPost {
  role: string;
  organisationId: string;
}

export interface Session {
  accountId: string;
  email: string;
  name: string;
  kind: 'citizen' | 'officer' | 'analyst';
  hasSecondFactor: boolean;
  /** An officer without a second factor: may only enrol one. */
  mustEnrol: boolean;
  /** The one post the session acts in; null: all. */
  actingPost: SessionPost | null;
  /** All posts in force, those not acted in included. */
  posts: readonly SessionPost[];
  /** ISO 8601. */
  expiresAt: string;
}

/** Sign-in and sign-out over plain HTTP beside the graph; the session is a cookie no script can read. */
export function createAuth(fetch: Fetch) {
  const ask = createAsk(fetch);
  const send = (path: string, body: object): Promise<AuthResult> => resultOf(ask('POST', path, body));

  return {
    /** First step of officers, only step of citizens with a password. */
    async signIn(input: { email: string; password: string }): Promise<SignInResult> {
      const result = await ask<unknown>('POST', '/sign-in/email', input);
      if (!result.ok) return result;
      const { twoFactorRedirect, twoFactorMethods } = isRecord(result.value) ? result.value : {};
      return {
        ok: true,
        secondFactor: twoFactorRedirect === true,
        methods: Array.isArray(twoFactorMethods)
          ? twoFactorMethods.filter((method) => method === 'totp' || method === 'passkey')
          : [],
      };
    },
    /** Six digits of the authenticator; within the few minutes that the first step lasts. */
    verifySecondFactor: (code: string) => send('/two-factor/verify-totp', { code }),
    /** One of the recovery codes, each good once, instead of the six digits. */
    useRecoveryCode: (code: string) => send('/two-factor/verify-backup-code', { code }),
    /** Answers alike whether the address is known or not. */
    sendMailCode: (email: string) => send('/email-otp/send-verification-otp', { email, type: 'sign-in' }),
    signInWithCode: (email: string, code: string) => send('/sign-in/email-otp', { email, otp: code }),
    signUp: (input: SignUpInput) => send('/sign-up/email', input),
    /** Asks for a code by which the password is set anew; answers alike whether the address is known or not. */
    forgotPassword: (email: string) => send('/password/forgot', { email }),
    /** Sets a new password by the mailed code and ends all sessions; nobody is signed in by it. */
    resetPassword: (input: { email: string; code: string; password: string }) =>
      send('/password/reset', input),
    signOut: () => send('/sign-out', {}),
    /** Null without a session; throws when it cannot be known (no connection, server trouble). */
    async currentSession(): Promise<Session | null> {
      const result = await ask<unknown>('GET', '/get-session');
      if (result.ok) return sessionOf(result.value);
      if (result.code === 'SIGNED_OUT') return null;
      throw new Error(`Session unknown: ${result.code}`);
    },
  };
}

/** Sign-in of this origin. */
export const auth = createAuth((path, init) => globalThis.fetch(path, init));

function sessionOf(body: unknown): Session | null {
  if (!isRecord(body) || !isRecord(body['user'])) return null;
  const { id, email, name, kind, twoFactorEnabled } = body['user'];
  if (typeof id !== 'string') return null;
  const session = isRecord(body['session']) ? body['session'] : {};
  const posts = Array.isArray(body['posts']) ? body['posts'] : [];
  return {
    accountId: id,
    email: typeof email === 'string' ? email : '',
    name: typeof name === 'string' ? name : '',
    kind: kind === 'officer' || kind === 'analyst' ? kind : 'citizen',
    hasSecondFactor: twoFactorEnabled === true,
    mustEnrol: body['mustEnrol'] === true,
    actingPost: postOf(body['actingPost']),
    posts: posts.map(postOf).filter((post) => post !== null),
    expiresAt: typeof session['expiresAt'] === 'string' ? session['expiresAt'] : '',
  };
}

const postOf = (value: unknown): SessionPost | null =>
  isRecord(value) && typeof value['role'] === 'string' && typeof value['organisationId'] === 'string'
    ? { role: value['role'], organisationId: value['organisationId'] }
    : null;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
