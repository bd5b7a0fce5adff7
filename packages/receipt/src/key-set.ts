import * as z from 'zod/mini';

/** Where the keys stand under the platform's origin. */
export const KEY_SET_PATH = '/.well-known/lapor-receipt-keys.json';

const key = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  /** The public key, 32 bytes as base64url. */
  x: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  kid: z.string().check(z.minLength(1), z.maxLength(43)),
  use: z.optional(z.literal('sig')),
  alg: z.optional(z.literal('EdDSA')),
  /** First and last day (UTC) on which it signed; without the last one it still does. */
  used_from: z.optional(z.iso.date()),
  used_until: z.optional(z.iso.date()),
  /** Since this day nothing that it signed is to be believed: somebody else may have had it. */
  withdrawn_on: z.optional(z.iso.date()),
});

/** The published keys, newest first: a JWK set (RFC 7517, RFC 8037) with three members of our own. */
export const receiptKeySet = z.object({ keys: z.array(key).check(z.maxLength(200)) });
export type ReceiptKeySet = z.infer<typeof receiptKeySet>;
export type PublishedKey = z.infer<typeof key>;
