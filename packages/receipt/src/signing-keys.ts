import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';

/** A key as the settings name it: its seed, or of one that signs no more its public half alone. */
export interface ReceiptKey {
  seed?: Buffer;
  /** Public half, base64url. */
  x: string;
  from?: string;
  until?: string;
  withdrawn?: string;
}

const PART = /^(public:)?([A-Za-z0-9_-]{43})((?:;(?:from|until|withdrawn)=\d{4}-\d{2}-\d{2})*)$/;
// RFC 8410: what stands before the seed in a PKCS #8 key.
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Public half of a seed, base64url. */
const publicHalf = (seed: Buffer): string =>
  createPublicKey(
    createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' }),
  ).export({ format: 'jwk' }).x!;

/** The key that derives from a secret, where no other is set. */
export function derivedKey(secret: string): ReceiptKey {
  const seed = createHash('sha256').update(`receipt\0${secret}`).digest();
  return { seed, x: publicHalf(seed) };
}

/**
 * Reads `RECEIPT_KEYS`: keys with commas between, newest first; each 32 bytes as base64url (43 letters), the seed, or `public:` and the
 * public half of one that signs no more; then, with semicolons, `from`, `until`, `withdrawn` and a day.
 * @returns the keys, or what is wrong, in words for an operator and without any key in them.
 */
export function readReceiptKeys(setting: string): readonly ReceiptKey[] | string {
  const parts = setting.split(',').map((part) => part.trim());
  const keys: ReceiptKey[] = [];
  for (const [index, part] of parts.entries()) {
    const [, isPublic, bytes, days = ''] = PART.exec(part) ?? [];
    if (!bytes) return `key ${index + 1} is not 32 bytes as base64url, with days after semicolons`;
    const named = Object.fromEntries(
      days
        .split(';')
        .filter(Boolean)
        .map((day) => day.split('=') as [string, string]),
    );
    if (Object.values(named).some((day) => !isDay(day))) return `key ${index + 1} names a day that is none`;
    const seed = isPublic ? undefined : Buffer.from(bytes, 'base64url');
    keys.push({ ...(seed ? { seed } : {}), x: seed ? publicHalf(seed) : bytes, ...named });
  }
  const [newest] = keys;
  if (!newest?.seed) return 'the first key signs and must be a seed';
  if (newest.until || newest.withdrawn) return 'the first key signs and must not have ended';
  if (keys.slice(1).some(({ until, withdrawn }) => !until && !withdrawn))
    return 'each key after the first needs the last day on which it signed (;until=…) or was withdrawn (;withdrawn=…)';
  if (new Set(keys.map(({ x }) => x)).size < keys.length) return 'names a key twice';
  return keys;
}

const isDay = (day: string): boolean => {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
};
