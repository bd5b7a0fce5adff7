import { codeOf, type AuthCode } from './auth-codes.ts';

/** An attempt that failed. Words for the codes belong to the applications. */
export interface Failed {
  ok: false;
  code: AuthCode;
  /** Seconds to wait after too many attempts. */
  retryAfterSeconds?: number;
}

/** What a question came to. */
export type Answer<Value> = { ok: true; value: Value } | Failed;

/** What an attempt came to. */
export type AuthResult = { ok: true } | Failed;

export type Fetch = (path: string, init: RequestInit) => Promise<Response>;
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
export type Ask = <Value>(method: Method, path: string, body?: object) => Promise<Answer<Value>>;

/** Asks under `/auth` of this origin; never throws. The server's answers are trusted to have the shape that is named. */
export const createAsk =
  (fetch: Fetch): Ask =>
  async <Value>(method: Method, path: string, body?: object): Promise<Answer<Value>> => {
    let response: Response;
    try {
      response = await fetch(`/auth${path}`, {
        method,
        credentials: 'same-origin',
        headers: body ? { 'content-type': 'application/json' } : {},
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    } catch {
      return { ok: false, code: 'OFFLINE' };
    }
    const answer = await readJson(response);
    if (response.ok) return { ok: true, value: answer as Value };
    const wait = Number(response.headers.get('retry-after') ?? response.headers.get('x-retry-after'));
    return {
      ok: false,
      code: codeOf(response.status, answer),
      ...(wait > 0 ? { retryAfterSeconds: wait } : {}),
    };
  };

/** `createAsk` with the browser's `fetch`. */
export const ask: Ask = (method, path, body) =>
  createAsk((url, init) => globalThis.fetch(url, init))(method, path, body);

/** Only whether it went well. */
export const resultOf = async (answer: Promise<Answer<unknown>>): Promise<AuthResult> => {
  const given = await answer;
  return given.ok ? { ok: true } : given;
};

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}
