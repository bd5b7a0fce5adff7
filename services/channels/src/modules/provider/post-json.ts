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

/**
 * Asks a provider's API; an outcome where there is no answer. The time is for the whole answer: one that says that it took the message and
 * does not come to an end is none, a refusal stands by its status. Nothing of the address or the answer's words is told on.
 */
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
    const text = await textOf(response).catch((error: unknown) => {
      if (response.ok) throw error;
      return '';
    });
    return { status: response.status, body: parsed(text), headers: response.headers };
  } catch (error) {
    const { cause } = error as { cause?: { code?: unknown } };
    const code = typeof cause?.code === 'string' ? cause.code : 'NO_ANSWER';
    const kind = NOT_CONNECTED.has(code) ? 'REFUSED_FOR_NOW' : 'UNCERTAIN';
    return { outcome: { kind, reason: /^[A-Z_]{2,40}$/.test(code) ? code : 'NO_ANSWER' } };
  }
}

/** Of what is longer no more is read, and nothing kept. */
async function textOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > LARGEST_ANSWER) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
