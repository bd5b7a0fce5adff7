import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPhone, toE164 } from './index.ts';

const separators = fc.constantFrom('', ' ', '-', '.', '  ');
const national = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 7, maxLength: 12 })
  .map((digits) => `8${digits.join('')}`);

describe('a mobile number', () => {
  it('is the same however it is typed', () => {
    fc.assert(
      fc.property(
        national,
        fc.constantFrom('0', '62', '+62'),
        fc.array(separators),
        (number, prefix, gaps) => {
          const typed = [...prefix, ...number].map((digit, index) => digit + (gaps[index] ?? '')).join('');
          expect(toE164(typed)).toBe(`+62${number}`);
          expect(toE164(`+62${number}`)).toBe(`+62${number}`);
        },
      ),
    );
  });

  it.each(['', '12', '0211234567', '+6281', '+65 8123 4567', '08x1234567', '0812345678901234', '62'])(
    'is not %j',
    (text) => {
      expect(toE164(text)).toBeNull();
    },
  );

  it('shows its last four digits and nothing of the middle', () => {
    fc.assert(
      fc.property(national, (number) => {
        const shown = maskPhone(`+62${number}`);
        expect(shown).toMatch(/^\+62 8\d\d •••• \d{4}$/);
        expect(shown.endsWith(number.slice(-4))).toBe(true);
      }),
    );
  });
});
