import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSignedId, signedId } from './signed-id.ts';

const secret = 's'.repeat(32);
const uuid = fc.uuid();

describe('a signed id', () => {
  it('gives its id back for its purpose, and nothing for another, or under another key', () =>
    fc.assert(
      fc.property(uuid, (id) => {
        const token = signedId(secret, 'satu', id);
        expect(token).toMatch(/^[a-z2-7]{45}$/);
        expect(readSignedId(secret, 'satu', token)).toBe(id);
        expect(readSignedId(secret, 'satu', ` ${token.toUpperCase()}\n`)).toBe(id);
        expect(readSignedId(secret, 'dua', token)).toBeNull();
        expect(readSignedId('t'.repeat(32), 'satu', token)).toBeNull();
      }),
    ));

  it('is none when one letter of the id or its signature is another', () =>
    fc.assert(
      fc.property(uuid, fc.nat(43), (id, at) => {
        const token = signedId(secret, 'satu', id);
        const other = token[at] === 'a' ? 'b' : 'a';
        expect(readSignedId(secret, 'satu', token.slice(0, at) + other + token.slice(at + 1))).toBeNull();
      }),
    ));

  it('is none of what people send instead', () => {
    for (const text of ['', 'a', '1'.repeat(45), 'a'.repeat(46), 'é'.repeat(45)])
      expect(readSignedId(secret, 'satu', text)).toBeNull();
  });
});
