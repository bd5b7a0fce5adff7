import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Value of a cookie that better-auth or `signCookieValue` signed (`value.base64(HMAC-SHA-256)`, percent-encoded), or `null` when it is
 * absent or not ours. Of several cookies with one name the first that verifies counts.
 */
export function readSignedCookie(header: string | undefined, name: string, secret: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const separator = pair.indexOf('=');
    if (separator < 0 || pair.slice(0, separator).trim() !== name) continue;
    const value = verified(pair.slice(separator + 1).trim(), secret);
    if (value !== null) return value;
  }
  return null;
}

const signatureOf = (value: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(value).digest();

function verified(encoded: string, secret: string): string | null {
  let signed: string;
  try {
    signed = decodeURIComponent(encoded);
  } catch {
    return null;
  }
  const dot = signed.lastIndexOf('.');
  if (dot < 1) return null;
  const value = signed.slice(0, dot);
  const expected = signatureOf(value, secret);
  const given = Buffer.from(signed.slice(dot + 1), 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : null;
}

export interface CookieOptions {
  secret: string;
  /** The platform is reached over https. */
  isSecure: boolean;
  /** Seconds; 0 removes the cookie. */
  maxAge: number;
  /** Default `/`. */
  path?: string;
}

/** A `Set-Cookie` line that no script reads and no other site's request sends, with a signed value. */
export function signedCookie(
  name: string,
  value: string,
  { secret, isSecure, maxAge, path = '/' }: CookieOptions,
): string {
  const signed = value && encodeURIComponent(`${value}.${signatureOf(value, secret).toString('base64')}`);
  return `${name}=${signed}; Max-Age=${maxAge}; Path=${path}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}
