import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Encrypts values so that only the service that holds the key can read them again. */
export interface Sealer {
  /** AES-256-GCM under a fresh nonce. `context` (for example a report id) is bound in: a value moved to another row does not open. */
  seal(plain: string | Uint8Array, context: string): Buffer;
  /** @throws if the value was changed, moved to another context, or sealed under an unknown key. */
  open(sealed: Uint8Array, context: string): Buffer;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Builds a sealer from secrets, newest first: the first seals, all open (key rotation).
 * Layout: one byte key number · 12 bytes nonce · 16 bytes tag · ciphertext. Key number n is the n-th oldest secret.
 */
export function createSealer(secrets: readonly [string, ...string[]], purpose: string): Sealer {
  const keys = [...secrets]
    .reverse()
    .map((secret) => Buffer.from(hkdfSync('sha256', secret, 'lapor', purpose, 32)));
  const newest = keys.length - 1;
  return {
    seal(plain, context) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', keys[newest]!, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([Buffer.from([newest]), nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed);
      const key = keys[bytes[0] ?? -1];
      if (!key) throw new Error('Sealed under an unknown key');
      const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
      const tag = bytes.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce)
        .setAAD(Buffer.from(context))
        .setAuthTag(tag);
      return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    },
  };
}
