import { timingSafeEqual } from 'node:crypto';
import { keyedHash } from '@lapor/sealing';

const WINDOW_SECONDS = 3_600;

const signature = (secret: string, id: string, window: number) =>
  keyedHash(secret, 'file-url', `${id}:${window}`).toString('base64url').slice(0, 32);

/** Path of a file for an `<img>` of somebody who was allowed to read its report: valid one to two hours, opens this file only. */
export function signAttachmentUrl(
  secret: string,
  id: string,
  now: Date,
  part: '' | '/thumbnail' = '',
): string {
  const window = Math.floor(now.getTime() / 1_000 / WINDOW_SECONDS);
  return `/files/${id}${part}?s=${signature(secret, id, window)}`;
}

/** Whether a signature opens this file now. */
export function isSignedUrl(secret: string, id: string, given: string | undefined, now: Date): boolean {
  if (!given) return false;
  const window = Math.floor(now.getTime() / 1_000 / WINDOW_SECONDS);
  return [window, window - 1].some((candidate) => {
    const expected = Buffer.from(signature(secret, id, candidate));
    const actual = Buffer.from(given);
    return expected.length === actual.length && timingSafeEqual(expected, actual);
  });
}
