import { describe, expect, it } from 'vitest';
import { endsSoon, keyState, partKeys } from './key-states.ts';

const now = new Date('2026-11-22T05:00:00Z');
const key = (part: Partial<Parameters<typeof keyState>[0]>) => ({
  isInForce: true,
  revokedAt: null,
  expiresAt: '2027-05-22T05:00:00Z',
  ...part,
});

describe('a key', () => {
  it.each([
    [key({}), 'IN_FORCE'],
    [key({ isInForce: false, revokedAt: '2026-11-01T00:00:00Z' }), 'REVOKED'],
    [key({ isInForce: false, expiresAt: '2026-11-22T05:00:00Z' }), 'EXPIRED'],
    [key({ isInForce: false }), 'ASLEEP'],
  ] as const)('%j is %s', (given, state) => {
    expect(keyState(given, now)).toBe(state);
  });

  it('is pointed out in its last two weeks, not when it is over', () => {
    expect(endsSoon(key({ expiresAt: '2026-12-05T05:00:00Z' }), now)).toBe(true);
    expect(endsSoon(key({ expiresAt: '2026-12-07T05:00:00Z' }), now)).toBe(false);
    expect(endsSoon(key({ isInForce: false, expiresAt: '2026-11-01T05:00:00Z' }), now)).toBe(false);
  });
});

it('keys that are over stand apart', () => {
  const asleep = key({ isInForce: false });
  const over = key({ isInForce: false, revokedAt: '2026-11-01T00:00:00Z' });
  expect(partKeys([over, key({}), asleep], now)).toEqual({ current: [key({}), asleep], over: [over] });
});
