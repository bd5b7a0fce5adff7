import { calculateJwkThumbprint, CompactSign, importJWK } from 'jose';
import { receiptContent, type ReceiptContent } from './content.ts';
import type { PublishedKey, ReceiptKeySet } from './key-set.ts';
import type { ReceiptKey } from './signing-keys.ts';
import { TOKEN_TYPE } from './token.ts';

export { derivedKey, readReceiptKeys, type ReceiptKey } from './signing-keys.ts';

/** Signs receipts, and tells with which keys they are checked. */
export interface ReceiptSigner {
  /** The same content gives the same receipt, as long as the key is the same. */
  sign(content: ReceiptContent): Promise<string>;
  keySet(): Promise<ReceiptKeySet>;
}

/** So much of a thumbprint tells apart the few keys that we ever publish, and keeps the code small. */
const KID_LETTERS = 12;

/** Name of a key: the beginning of its thumbprint (RFC 7638). */
const kidOf = async (x: string): Promise<string> =>
  (await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x })).slice(0, KID_LETTERS);

/** Signs with the first of the keys and publishes all. */
export function createReceiptSigner(keys: readonly ReceiptKey[]): ReceiptSigner {
  const [newest] = keys;
  if (!newest?.seed) throw new Error('There is no key to sign receipts with');
  const { seed, x } = newest;
  const ready = Promise.all([
    importJWK({ kty: 'OKP', crv: 'Ed25519', d: seed.toString('base64url'), x }, 'EdDSA'),
    kidOf(x),
  ]);
  const published = Promise.all(keys.map(publish)).then((all) => ({ keys: all }));
  return {
    async sign(content) {
      const [key, kid] = await ready;
      // In the order of the shape, so that equal contents have equal bytes; nothing that is not of the shape gets out.
      const bytes = new TextEncoder().encode(JSON.stringify(receiptContent.parse(content)));
      return new CompactSign(bytes).setProtectedHeader({ alg: 'EdDSA', kid, typ: TOKEN_TYPE }).sign(key);
    },
    keySet: () => published,
  };
}

async function publish({ x, from, until, withdrawn }: ReceiptKey): Promise<PublishedKey> {
  return {
    kty: 'OKP',
    crv: 'Ed25519',
    x,
    kid: await kidOf(x),
    use: 'sig',
    alg: 'EdDSA',
    ...(from ? { used_from: from } : {}),
    ...(until ? { used_until: until } : {}),
    ...(withdrawn ? { withdrawn_on: withdrawn } : {}),
  };
}
