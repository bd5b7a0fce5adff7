import type { Dispatcher } from 'undici';
import { RefusedAddress } from './addresses.ts';

/** What a receiver is sent. */
export interface Outgoing {
  url: string;
  headers: Record<string, string>;
  payload: string;
}

export type SendError = 'TIMEOUT' | 'REFUSED_ADDRESS' | 'UNREACHABLE' | 'TLS' | 'HTTP';

/** What became of it. */
export type Sent =
  | { kind: 'TAKEN'; status: number }
  /** It wants no more of them. */
  | { kind: 'GONE'; status: 410 }
  /** It will have nothing now: nobody else's fault, so others wait as well. */
  | { kind: 'AWAY'; status: number | null; error: SendError; retryAfterSeconds: number | null }
  /** It does not want this one. */
  | { kind: 'REFUSED'; status: number; error: 'HTTP' };

/** Answers that say "later" rather than "never". */
const LATER = new Set([408, 425, 429]);

/** Sends one message. Of the answer only its status is looked at; a redirect is a refusal. */
export async function send(
  dispatcher: Dispatcher,
  { url, headers, payload }: Outgoing,
  timeoutMilliseconds: number,
): Promise<Sent> {
  const { origin, pathname, search } = new URL(url);
  try {
    const answer = await dispatcher.request({
      origin,
      path: pathname + search,
      method: 'POST',
      headers: {
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'user-agent': 'LAPOR-Webhooks/1',
        ...headers,
      },
      body: payload,
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    const { statusCode: status } = answer;
    // What it says is nobody's to read; the connection is let go of all the same.
    await answer.body.dump({ limit: 16_384 }).catch(() => {});
    if (status >= 200 && status < 300) return { kind: 'TAKEN', status };
    if (status === 410) return { kind: 'GONE', status };
    if (status < 400 || status >= 500 || LATER.has(status))
      return {
        kind: 'AWAY',
        status,
        error: 'HTTP',
        retryAfterSeconds: secondsOf(answer.headers['retry-after']),
      };
    return { kind: 'REFUSED', status, error: 'HTTP' };
  } catch (error) {
    return { kind: 'AWAY', status: null, error: errorOf(error), retryAfterSeconds: null };
  }
}

const secondsOf = (header: string | string[] | undefined): number | null =>
  typeof header === 'string' && /^\d{1,6}$/.test(header) ? Number(header) : null;

/** A code, never what the other side or the driver wrote. */
function errorOf(error: unknown): SendError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown };
    if (cause instanceof RefusedAddress) return 'REFUSED_ADDRESS';
    if (/Timeout/.test(cause.name) || /TIMEOUT|TIMEDOUT/.test(String(code))) return 'TIMEOUT';
    if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY/.test(String(code))) return 'TLS';
  }
  return 'UNREACHABLE';
}
