import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Sealer } from './sealer.ts';

/**
 * A sealer whose values each have a data key of their own, wrapped by a key-encryption key. To change that key the data keys are
 * wrapped anew; what is sealed under them stays as it is.
 */
export interface Envelope extends Sealer {
  /** Names the key that wraps from now on: what a value sealed now begins with. */
  readonly currentMark: Buffer;
  /** Whether a value, or the beginning of one, is wrapped by the newest key. */
  isCurrent(sealed: Uint8Array): boolean;
  /**
   * The same value wrapped by the newest key; equal bytes when it is already.
   * @throws when the value was changed, moved to another context, or is wrapped by an unknown key.
   */
  rewrap(sealed: Uint8Array, context: string): Buffer;
}

export interface EnvelopeOptions {
  /** Secrets of the key-encryption keys, newest first: the first wraps, all open. */
  keys: readonly [string, ...string[]];
  /** What is sealed: the same secrets give other keys for other purposes. */
  purpose: string;
  /** Opens values from before there were envelopes; a rewrap puts them into one. */
  before?: Sealer | undefined;
}

/** Values of the plain sealer begin with the number of a key, which is small. */
const FORMAT = 0xe1;
const ID_BYTES = 8;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const MARK_BYTES = 1 + ID_BYTES;
const WRAP_BYTES = NONCE_BYTES + TAG_BYTES + KEY_BYTES;

/** So many bytes of a value tell which key wraps it. */
export const ENVELOPE_MARK_BYTES = MARK_BYTES;

interface WrappingKey {
  mark: Buffer;
  key: Buffer;
}

/**
 * Builds an envelope sealer (AES-256-GCM twice; the context is bound into both).
 * Layout: format · 8 bytes id of the wrapping key · wrapped data key (nonce, tag, key) · nonce · tag · ciphertext. The id derives from
 * the secret, so keys may be taken away in any order.
 */
export function createEnvelope({ keys, purpose, before }: EnvelopeOptions): Envelope {
  const wrapping = keys.map((secret): WrappingKey => {
    const derive = (what: string, bytes: number) =>
      Buffer.from(hkdfSync('sha256', secret, 'lapor', `${purpose} ${what}`, bytes));
    return {
      mark: Buffer.concat([Buffer.from([FORMAT]), derive('key id', ID_BYTES)]),
      key: derive('key-encryption key', KEY_BYTES),
    };
  });
  const newest = wrapping[0]!;
  const keyOf = (sealed: Buffer): WrappingKey | undefined =>
    wrapping.find(({ mark }) => mark.equals(sealed.subarray(0, MARK_BYTES)));
  const isEnvelope = (sealed: Buffer) => sealed[0] === FORMAT;

  function unwrap(sealed: Buffer, context: string): Buffer {
    const found = keyOf(sealed);
    if (!found) throw new Error('Sealed under an unknown key');
    return decrypt(found.key, sealed.subarray(MARK_BYTES, MARK_BYTES + WRAP_BYTES), `key:${context}`);
  }
  const wrap = (dataKey: Buffer, context: string) =>
    Buffer.concat([newest.mark, encrypt(newest.key, dataKey, `key:${context}`)]);
  const bodyOf = (sealed: Buffer) => sealed.subarray(MARK_BYTES + WRAP_BYTES);

  const seal = (plain: string | Uint8Array, context: string): Buffer => {
    const dataKey = randomBytes(KEY_BYTES);
    return Buffer.concat([wrap(dataKey, context), encrypt(dataKey, plain, context)]);
  };
  const open = (given: Uint8Array, context: string): Buffer => {
    const sealed = Buffer.from(given);
    if (!isEnvelope(sealed) && before) return before.open(sealed, context);
    return decrypt(unwrap(sealed, context), bodyOf(sealed), context);
  };
  return {
    currentMark: newest.mark,
    isCurrent: (sealed) => newest.mark.equals(Buffer.from(sealed).subarray(0, MARK_BYTES)),
    seal,
    open,
    rewrap(given, context) {
      const sealed = Buffer.from(given);
      if (!isEnvelope(sealed)) return seal(open(sealed, context), context);
      const dataKey = unwrap(sealed, context);
      // Whoever is told that it was wrapped anew may rely on its opening: a broken body is found now, not when it is needed.
      decrypt(dataKey, bodyOf(sealed), context);
      if (keyOf(sealed) === newest) return sealed;
      return Buffer.concat([wrap(dataKey, context), bodyOf(sealed)]);
    },
  };
}

function encrypt(key: Buffer, plain: string | Uint8Array, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function decrypt(key: Buffer, sealed: Buffer, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}
