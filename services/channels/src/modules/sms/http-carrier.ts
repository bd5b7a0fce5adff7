import type { Carrier, Outcome } from '../delivery/index.ts';

/** Where short messages are handed over. */
export interface SmsGateway {
  /** Takes `POST` with `{ id, to, text }`; the address may hold a path. */
  url: string;
  /** Shown as `Authorization: Bearer …`; absent where the network decides who may. */
  token?: string | undefined;
}

const TIMEOUT_MILLISECONDS = 20_000;

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
 * Hands short messages to a gateway, one request each. A request that was refused is tried again or given up; one whose end is
 * unknown is not repeated, because not every gateway looks at the idempotency key.
 */
export function httpSmsCarrier({ url, token }: SmsGateway, milliseconds = TIMEOUT_MILLISECONDS): Carrier {
  const name = nameOf(url);
  return {
    name,
    canRepeat: false,
    async carry({ id, to, body }) {
      try {
        const response = await fetch(url, {
          method: 'POST',
          redirect: 'error',
          headers: {
            'content-type': 'application/json',
            'idempotency-key': id,
            ...(token ? { authorization: `Bearer ${token}` } : {}),
          },
          body: JSON.stringify({ id, to, text: body.trim() }),
          signal: AbortSignal.timeout(milliseconds),
        });
        await response.body?.cancel();
        return outcomeOf(response.status, id);
      } catch (error) {
        const code = codeOf(error);
        return NOT_CONNECTED.has(code)
          ? { kind: 'REFUSED_FOR_NOW', reason: code }
          : { kind: 'UNCERTAIN', reason: code, messageIds: [id] };
      }
    },
  };
}

/** Host and path, so that two gateways of one host are two; never what stands before the host. */
const nameOf = (url: string): string => {
  const { host, pathname } = new URL(url);
  return `HTTP ${host}${pathname === '/' ? '' : pathname}`.slice(0, 100);
};

/** One gateway for each URL, in the order in which they are asked; tokens likewise, the last stands for all that follow. */
export function gatewaysOf(urls: readonly string[], token: string | undefined): SmsGateway[] {
  const tokens = token?.split(',').map((one) => one.trim()) ?? [];
  return urls.map((url, index) => ({ url, token: tokens[index] ?? tokens.at(-1) }));
}

/** The gateway tells under our own id what became of it. */
function outcomeOf(status: number, id: string): Outcome {
  const reason = `SMS_${status}`;
  if (status >= 200 && status < 300) return { kind: 'TAKEN', messageIds: [id] };
  // Too many, overloaded, our own credentials, or the wrong place: the message is good.
  if ([401, 403, 404, 405, 408, 425, 429, 503].includes(status)) return { kind: 'REFUSED_FOR_NOW', reason };
  if (status >= 400 && status < 500) return { kind: 'REFUSED_FOR_GOOD', reason };
  return { kind: 'UNCERTAIN', reason, messageIds: [id] };
}

/** Never the words of the failure: they may repeat the address. */
function codeOf(error: unknown): string {
  const { name, code, cause } = error as { name?: string; code?: unknown; cause?: { code?: unknown } };
  const found = [cause?.code, code].find((one) => typeof one === 'string' && /^[A-Z_]{2,40}$/.test(one));
  return (found as string | undefined) ?? (name === 'TimeoutError' ? 'TIMEOUT' : 'NO_ANSWER');
}
