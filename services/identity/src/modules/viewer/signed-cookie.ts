import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Value of a cookie that better-auth signed (`value.base64(HMAC-SHA-256)`, percent-encoded), or `null` when it is absent or
 * not ours. Of several cookies with one name the first that verifies counts.
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
  const expected = createHmac('sha256', secret).update(value).digest();
  const given = Buffer.from(signed.slice(dot + 1), 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : null;
}
