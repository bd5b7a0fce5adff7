import type { Outcome } from '../delivery/index.ts';

const TIMEOUT_MILLISECONDS = 20_000;
const LARGEST_ANSWER = 65_536;

/** Before anything of the message has left. */
const NOT_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Asks a provider's API; an outcome where there is no answer. Nothing of the address or the answer's words is told on. */
export async function postJson(
  url: string,
  body: object,
  headers: Record<string, string> = {},
  milliseconds = TIMEOUT_MILLISECONDS,
): Promise<{ status: number; body: unknown; headers: Headers } | { outcome: Outcome }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(milliseconds),
    });
    const text = (await response.text().catch(() => '')).slice(0, LARGEST_ANSWER);
    return { status: response.status, body: parsed(text), headers: response.headers };
  } catch (error) {
    const { cause } = error as { cause?: { code?: unknown } };
    const code = typeof cause?.code === 'string' ? cause.code : 'NO_ANSWER';
    const kind = NOT_CONNECTED.has(code) ? 'REFUSED_FOR_NOW' : 'UNCERTAIN';
    return { outcome: { kind, reason: /^[A-Z_]{2,40}$/.test(code) ? code : 'NO_ANSWER' } };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
