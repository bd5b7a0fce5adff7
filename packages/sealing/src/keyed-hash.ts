import { createHmac } from 'node:crypto';

/** HMAC-SHA-256 of a value for one purpose: equal values can be found again, none can be guessed without the key. */
export function keyedHash(secret: string, purpose: string, value: string): Buffer {
  return createHmac('sha256', secret).update(`${purpose}\0${value}`).digest();
}

/** Decimal digits derived from a value under a key: the same input gives the same digits, each equally likely. */
export function deriveDigits(secret: string, purpose: string, value: string, length: number): string {
  const modulus = 10n ** BigInt(length);
  return (BigInt(`0x${keyedHash(secret, purpose, value).toString('hex')}`) % modulus)
    .toString()
    .padStart(length, '0');
}
