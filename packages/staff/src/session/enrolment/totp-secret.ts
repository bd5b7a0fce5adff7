/** The shared secret in an `otpauth://totp/…` address; null when there is none. */
export function secretOf(totpUri: string): string | null {
  try {
    return new URL(totpUri).searchParams.get('secret');
  } catch {
    return null;
  }
}

/** Four characters at a time, as people read and type them. */
export const inGroups = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? '';
