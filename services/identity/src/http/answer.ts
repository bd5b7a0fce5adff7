import type { OpenedSession } from '../modules/sessions/index.ts';

/** What a route says. */
export interface HttpAnswer {
  status: number;
  /** JSON; absent for 204 and redirects. */
  body?: unknown;
  headers?: Record<string, string>;
  /** `Set-Cookie` lines. */
  cookies?: readonly string[];
  /** Session whose cookie the browser gets; `ended` takes the cookie away. */
  session?: OpenedSession | 'ended';
}

export const ok = (body: unknown = { success: true }, more: Partial<HttpAnswer> = {}): HttpAnswer => ({
  status: 200,
  body,
  ...more,
});

/** A refusal with a stable code; the words are for whoever reads the traffic, people get theirs from the applications. */
export const fault = (status: number, code: string, message: string): HttpAnswer => ({
  status,
  body: { code, message },
});

export const notFound = (): HttpAnswer => fault(404, 'NOT_FOUND', 'Not found');

export const tooMany = (seconds: number): HttpAnswer => ({
  ...fault(429, 'TOO_MANY_REQUESTS', 'Too many attempts'),
  headers: { 'retry-after': String(seconds) },
});
