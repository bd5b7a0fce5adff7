import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maskAddress } from './mask-address.ts';

it('shows the ends of a number, and of a mail address its first letter and where it is', () => {
  expect(maskAddress('+6281200000032')).toBe('+62 812 •••• 0032');
  expect(maskAddress('warga@contoh.test')).toBe('w•••@contoh.test');
  expect(maskAddress('+6591234567')).toBe('+6••••67');
  expect(maskAddress('4711')).toBe('••••');
});

it('never shows the whole, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 60 }), (address) => {
      const shown = maskAddress(address);
      expect(shown).toContain('••');
      expect(address.includes('•') || shown !== address).toBe(true);
    }),
  );
});
