import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far the clocks of both sides may be apart, and for how long a callback that was overheard is good. */
export const REPLAY_SECONDS = 300;

/** What the other side sends along with a callback. */
export interface SignedHeaders {
  /** Seconds since 1970. */
  timestamp: string | undefined;
  /** `v1=` and HMAC-SHA-256, hexadecimal. */
  signature: string | undefined;
}

/** Signs a callback: over the time and the very bytes of the body. */
export const signatureOf = (secret: string, timestamp: string, body: Uint8Array): string =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;

/**
 * Whether a callback is from who knows a secret, and not older than the replay window; a second secret is there while they are changed.
 * Takes the same time whatever is wrong with the signature.
 */
export function isSigned(
  secrets: readonly string[],
  { timestamp, signature }: SignedHeaders,
  body: Uint8Array,
  now: Date,
): boolean {
  if (!timestamp || !/^\d{1,12}$/.test(timestamp) || !signature) return false;
  const given = Buffer.from(signature);
  let matches = false;
  for (const secret of secrets) {
    const expected = Buffer.from(signatureOf(secret, timestamp, body));
    if (given.length === expected.length && timingSafeEqual(given, expected)) matches = true;
  }
  return matches && Math.abs(now.getTime() / 1_000 - Number(timestamp)) <= REPLAY_SECONDS;
}
