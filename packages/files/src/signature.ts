import { timingSafeEqual } from 'node:crypto';
import { keyedHash } from '@lapor/sealing';

const WINDOW_SECONDS = 3_600;

const windowOf = (now: Date) => Math.floor(now.getTime() / 1_000 / WINDOW_SECONDS);

const signature = (secret: string, id: string, window: number) =>
  keyedHash(secret, 'file-url', `${id}:${window}`).toString('base64url').slice(0, 32);

/** A signature for the address of one file, for somebody who was allowed to see it: valid one to two hours. */
export const signFile = (secret: string, id: string, now: Date): string =>
  signature(secret, id, windowOf(now));

/** Whether a signature opens this file now. */
export function isFileSignature(secret: string, id: string, given: string | undefined, now: Date): boolean {
  if (!given) return false;
  const window = windowOf(now);
  return [window, window - 1].some((candidate) => {
    const expected = Buffer.from(signature(secret, id, candidate));
    const actual = Buffer.from(given);
    return expected.length === actual.length && timingSafeEqual(expected, actual);
  });
}
