import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeTitle } from './propose-title.ts';

describe('a title from what was said', () => {
  it.each([
    ['Lampu jalan di depan pasar padam. Sudah seminggu.', 'Lampu jalan di depan pasar padam'],
    ['Lampu jalan padam\nsudah seminggu', 'Lampu jalan padam'],
    ['Halo', ''],
    ['', ''],
  ])('%s', (text, title) => expect(proposeTitle(text)).toBe(title));

  it('ends where a word ends when the sentence is long', () => {
    const title = proposeTitle(`Di jalan ${'berlubang besar '.repeat(20)}`);
    expect(title.length).toBeLessThanOrEqual(90);
    expect(title).toMatch(/(berlubang|besar)$/);
  });

  it('is none, or one that the form takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const title = proposeTitle(text);
        expect(title === '' || (title.trim() === title && title.length >= 5 && title.length <= 150)).toBe(
          true,
        );
      }),
    );
  });
});
