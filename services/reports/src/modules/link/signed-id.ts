import { timingSafeEqual } from 'node:crypto';
import { keyedHash } from '@lapor/sealing';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const ID_BYTES = 16;
/** 96 bits: short enough for the local part of a mail address, and nobody guesses it. */
const SIGNATURE_BYTES = 12;
const LENGTH = Math.ceil(((ID_BYTES + SIGNATURE_BYTES) * 8) / 5);

const signature = (secret: string, purpose: string, id: string): Buffer =>
  keyedHash(secret, `link:${purpose}`, id).subarray(0, SIGNATURE_BYTES);

/**
 * A UUID with a keyed hash of it, for one purpose: 45 lower-case letters and digits, so that it survives mail addresses, too. Nothing
 * of it is stored; the same id gives the same token.
 */
export const signedId = (secret: string, purpose: string, id: string): string =>
  toBase32(Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), signature(secret, purpose, id)]));

/** The id a token was made for, or `null` when it is none of ours or for something else. */
export function readSignedId(secret: string, purpose: string, token: string): string | null {
  const plain = token.trim().toLowerCase();
  if (plain.length !== LENGTH || !/^[a-z2-7]+$/.test(plain)) return null;
  const bytes = fromBase32(plain);
  const hex = bytes.subarray(0, ID_BYTES).toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const given = bytes.subarray(ID_BYTES, ID_BYTES + SIGNATURE_BYTES);
  return timingSafeEqual(given, signature(secret, purpose, id)) ? id : null;
}

function toBase32(bytes: Buffer): string {
  let [text, bits, value] = ['', 0, 0];
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(value >>> bits) & 31]!;
      value &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31]! : text;
}

function fromBase32(text: string): Buffer {
  const bytes: number[] = [];
  let [bits, value] = [0, 0];
  for (const letter of text) {
    value = (value << 5) | ALPHABET.indexOf(letter);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((value >>> bits) & 255);
    value &= (1 << bits) - 1;
  }
  return Buffer.from(bytes);
}
