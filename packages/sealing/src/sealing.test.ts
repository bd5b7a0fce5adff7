import { describe, expect, it } from 'vitest';
import { createSealer, deriveDigits, keyedHash } from './index.ts';

const OLD = 'o'.repeat(32);
const NEW = 'n'.repeat(32);

describe('a sealer', () => {
  it('opens what it sealed, and seals the same value differently each time', () => {
    const sealer = createSealer([NEW], 'identity');
    const first = sealer.seal('Fulan', 'report-1');
    expect(sealer.open(first, 'report-1').toString()).toBe('Fulan');
    expect(first.equals(sealer.seal('Fulan', 'report-1'))).toBe(false);
    expect(first.includes('Fulan')).toBe(false);
  });
  it('does not open a value that was moved to another row', () => {
    const sealer = createSealer([NEW], 'identity');
    expect(() => sealer.open(sealer.seal('Fulan', 'report-1'), 'report-2')).toThrow();
  });
  it('does not open a value that was changed in any byte', () => {
    const sealer = createSealer([NEW], 'identity');
    const sealed = sealer.seal('Fulan', 'report-1');
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed);
      changed[index]! ^= 1;
      expect(() => sealer.open(changed, 'report-1')).toThrow();
    }
  });
  it('opens old values after a key was added, and keeps purposes apart', () => {
    const sealed = createSealer([OLD], 'identity').seal('Fulan', 'r');
    expect(createSealer([NEW, OLD], 'identity').open(sealed, 'r').toString()).toBe('Fulan');
    expect(() => createSealer([OLD], 'files').open(sealed, 'r')).toThrow();
  });
});

describe('derived digits', () => {
  it('are the same for the same input and differ by key and purpose', () => {
    expect(deriveDigits(NEW, 'access', 'k', 16)).toMatch(/^\d{16}$/);
    expect(deriveDigits(NEW, 'access', 'k', 16)).toBe(deriveDigits(NEW, 'access', 'k', 16));
    expect(deriveDigits(NEW, 'access', 'k', 16)).not.toBe(deriveDigits(OLD, 'access', 'k', 16));
    expect(keyedHash(NEW, 'a', 'v').equals(keyedHash(NEW, 'b', 'v'))).toBe(false);
  });
});
