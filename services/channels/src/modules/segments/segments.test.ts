import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fitInto, inPlainAlphabet, segmentsOf } from './segments.ts';

describe('what a text costs', () => {
  test.each([
    ['', 'GSM_7', 0, 0],
    ['a'.repeat(160), 'GSM_7', 160, 1],
    ['a'.repeat(161), 'GSM_7', 161, 2],
    ['a'.repeat(306), 'GSM_7', 306, 2],
    ['a'.repeat(307), 'GSM_7', 307, 3],
    ['[]', 'GSM_7', 4, 1],
    [`${'a'.repeat(159)}€`, 'GSM_7', 161, 2],
    ['é', 'GSM_7', 1, 1],
    ['ê'.repeat(70), 'UCS_2', 70, 1],
    ['ê'.repeat(71), 'UCS_2', 71, 2],
    ['👍'.repeat(35), 'UCS_2', 70, 1],
    ['👍'.repeat(36), 'UCS_2', 72, 2],
  ])('%j', (text, alphabet, length, count) => {
    expect(segmentsOf(text)).toEqual({ alphabet, length, count });
  });
});

describe('a text for a phone', () => {
  test.each([
    ['“Jalan” – rusak…', '"Jalan" - rusak...'],
    ['dinas’', "dinas'"],
    ['ê Ŝ', 'e S'],
    ['bagus 👍', 'bagus ?'],
    ['a\u200bb', 'ab'],
  ])('%j in the plain alphabet', (text, plain) => {
    expect(inPlainAlphabet(text)).toBe(plain);
  });

  it('is within its messages, begins as the text, and ends as it has to', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 900 }),
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom('', ' Ketik STATUS K1.', ' https://lapor.example/laporan/48213097'),
        (text, most, tail) => {
          const fitted = fitInto(text, most, tail);
          const { alphabet, count } = segmentsOf(fitted);
          expect(alphabet).toBe('GSM_7');
          expect(count).toBeLessThanOrEqual(most);
          expect(fitted.endsWith(tail)).toBe(true);
          const kept = fitted.slice(0, fitted.length - tail.length);
          const plain = inPlainAlphabet(text);
          expect(kept === plain || (kept.endsWith('...') && plain.startsWith(kept.slice(0, -3)))).toBe(true);
        },
      ),
    );
  });

  it('is cut at a word', () => {
    expect(fitInto(`${'kata '.repeat(31)}terakhirnya panjang`, 1)).toBe(`${'kata '.repeat(31).trim()}...`);
  });
});
