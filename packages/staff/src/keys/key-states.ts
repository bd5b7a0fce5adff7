import type { ApiKey } from '@lapor/web-client';

/** `ASLEEP`: neither revoked nor run out, but the post it rests on has ended. */
export type KeyState = 'IN_FORCE' | 'REVOKED' | 'EXPIRED' | 'ASLEEP';

type Stated = Pick<ApiKey, 'isInForce' | 'revokedAt' | 'expiresAt'>;

/** How a key stands. */
export function keyState({ isInForce, revokedAt, expiresAt }: Stated, now: Date): KeyState {
  if (revokedAt !== null) return 'REVOKED';
  if (isInForce) return 'IN_FORCE';
  return Date.parse(expiresAt) <= now.getTime() ? 'EXPIRED' : 'ASLEEP';
}

/** Days before its end from which a key's end is pointed out. */
const SOON_DAYS = 14;

/** Whether a key in force ends so soon that its successor should be made. */
export const endsSoon = (key: Stated, now: Date): boolean =>
  keyState(key, now) === 'IN_FORCE' && Date.parse(key.expiresAt) - now.getTime() < SOON_DAYS * 86_400_000;

/** Those that can still be used or wake again, and those that are over; each in the order given. */
export function partKeys<Key extends Stated>(
  keys: readonly Key[],
  now: Date,
): { current: Key[]; over: Key[] } {
  const parted: { current: Key[]; over: Key[] } = { current: [], over: [] };
  for (const key of keys) {
    const state = keyState(key, now);
    (state === 'IN_FORCE' || state === 'ASLEEP' ? parted.current : parted.over).push(key);
  }
  return parted;
}
