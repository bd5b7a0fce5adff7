import { codeOf, type AuthCode } from './auth-codes.ts';

export type { AuthCode };

/** What an attempt came to. Words for the codes belong to the applications. */
export type AuthResult = { ok: true } | { ok: false; code: AuthCode; retryAfterSeconds?: number };

/** `secondFactor`: there is no session yet, the six digits come next. */
export type SignInResult =
  { ok: true; secondFactor: boolean } | { ok: false; code: AuthCode; retryAfterSeconds?: number };

export interface SignUpInput {
  name: string;
  email: string;
  /** At least ten characters. */
  password: string;
}

export interface Session {
  accountId: string;
  email: string;
  name: string;
  kind: 'citizen' | 'officer' | 'analyst';
}

type Fetch = (path: string, init: RequestInit) => Promise<Response>;

/** Sign-in and sign-out over plain HTTP beside the graph; the session is a cookie no script can read. */
export function createAuth(fetch: Fetch) {
  async function post(path: string, body: object): Promise<Failed | { ok: true; body: unknown }> {
    let response: Response;
    try {
      response = await fetch(`/auth${path}`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    } catch {
      return { ok: false, code: 'OFFLINE' };
    }
    const answer = await readJson(response);
    if (response.ok) return { ok: true, body: answer };
    const wait = Number(response.headers.get('retry-after') ?? response.headers.get('x-retry-after'));
    return {
      ok: false,
      code: codeOf(response.status, answer),
      ...(wait > 0 ? { retryAfterSeconds: wait } : {}),
    };
  }

  const send = async (path: string, body: object): Promise<AuthResult> => {
    const result = await post(path, body);
    return result.ok ? { ok: true } : result;
  };

  return {
    /** First step of officers, only step of citizens with a password. */
    async signIn(input: { email: string; password: string }): Promise<SignInResult> {
      const result = await post('/sign-in/email', input);
      if (!result.ok) return result;
      return { ok: true, secondFactor: isRecord(result.body) && result.body['twoFactorRedirect'] === true };
    },
    /** Six digits of the authenticator; within the few minutes that the first step lasts. */
    verifySecondFactor: (code: string) => send('/two-factor/verify-totp', { code }),
    /** Answers alike whether the address is known or not. */
    sendMailCode: (email: string) => send('/email-otp/send-verification-otp', { email, type: 'sign-in' }),
    signInWithCode: (email: string, code: string) => send('/sign-in/email-otp', { email, otp: code }),
    signUp: (input: SignUpInput) => send('/sign-up/email', input),
    signOut: () => send('/sign-out', {}),
    /** Null without a session; throws when it cannot be known (no connection, server trouble). */
    async currentSession(): Promise<Session | null> {
      const response = await fetch('/auth/get-session', {
        method: 'GET',
        credentials: 'same-origin',
        headers: {},
      });
      if (response.status === 401) return null;
      if (!response.ok) throw new Error(`Session unknown: ${response.status}`);
      return sessionOf(await readJson(response));
    },
  };
}

type Failed = Extract<AuthResult, { ok: false }>;

/** Sign-in of this origin. */
export const auth = createAuth((path, init) => globalThis.fetch(path, init));

function sessionOf(body: unknown): Session | null {
  if (!isRecord(body) || !isRecord(body['user'])) return null;
  const { id, email, name, kind } = body['user'];
  if (typeof id !== 'string') return null;
  return {
    accountId: id,
    email: typeof email === 'string' ? email : '',
    name: typeof name === 'string' ? name : '',
    kind: kind === 'officer' || kind === 'analyst' ? kind : 'citizen',
  };
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
