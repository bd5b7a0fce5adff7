import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSigned, REPLAY_SECONDS, signatureOf } from './signature.ts';

const NOW = new Date('2026-11-20T02:40:00Z');
const SECRET = 'rahasia-'.padEnd(40, 'x');
const NEXT = 'rahasia-baru-'.padEnd(40, 'y');
const seconds = (offset = 0) => String(Math.floor(NOW.getTime() / 1_000) + offset);
const body = Buffer.from('{"messageId":"1","from":"081200000000","text":"LAPOR jalan rusak"}');

describe('a signed callback', () => {
  it('is taken within the replay window, under any of the secrets', () => {
    for (const secret of [SECRET, NEXT])
      for (const offset of [0, REPLAY_SECONDS, -REPLAY_SECONDS]) {
        const timestamp = seconds(offset);
        const signature = signatureOf(secret, timestamp, body);
        expect(isSigned([NEXT, SECRET], { timestamp, signature }, body, NOW)).toBe(true);
      }
  });

  it('is refused when it is older, newer, altered, unsigned, or signed by others', () => {
    const timestamp = seconds();
    const signature = signatureOf(SECRET, timestamp, body);
    const signed = (over: object) => isSigned([SECRET], { timestamp, signature, ...over }, body, NOW);
    expect(signed({})).toBe(true);
    expect(signed({ timestamp: undefined })).toBe(false);
    expect(signed({ signature: undefined })).toBe(false);
    expect(signed({ signature: '' })).toBe(false);
    expect(signed({ signature: signature.slice(3) })).toBe(false);
    expect(signed({ signature: signatureOf(NEXT, timestamp, body) })).toBe(false);
    expect(signed({ timestamp: seconds(1) })).toBe(false);
    expect(signed({ timestamp: `${timestamp} ` })).toBe(false);
    expect(isSigned([], { timestamp, signature }, body, NOW)).toBe(false);
    for (const offset of [REPLAY_SECONDS + 1, -REPLAY_SECONDS - 1]) {
      const late = seconds(offset);
      const own = { timestamp: late, signature: signatureOf(SECRET, late, body) };
      expect(isSigned([SECRET], own, body, NOW)).toBe(false);
    }
  });

  it('is refused when a single byte of it is another', () => {
    const timestamp = seconds();
    const signature = signatureOf(SECRET, timestamp, body);
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const altered = Buffer.from(body);
        altered[at] = altered[at]! ^ change;
        expect(isSigned([SECRET], { timestamp, signature }, altered, NOW)).toBe(false);
      }),
    );
  });
});
