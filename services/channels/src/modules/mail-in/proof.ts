import { timingSafeEqual } from 'node:crypto';
import { keyedHash } from '@lapor/sealing';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 32;

/**
 * What stands in the address to which somebody answers what the door wrote: whoever sends it back has read a mail that went to this
 * address, so that a forged sender is worth nothing. The same for one address; it opens nothing by itself.
 */
export const proofOf = (secret: string, address: string): string =>
  [...keyedHash(secret, 'reads mail at', address).subarray(0, LENGTH)]
    .map((byte) => LETTERS[byte & 31])
    .join('');

export function isProof(secret: string, address: string, given: string): boolean {
  const expected = Buffer.from(proofOf(secret, address));
  const bytes = Buffer.from(given);
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}
