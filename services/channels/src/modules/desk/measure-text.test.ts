import fc from 'fast-check';
import { expect, it } from 'vitest';
import { measureText } from './measure-text.ts';

it('names what made a text cost more, and says it in plain letters', () => {
  expect(measureText('“Terima kasih” – petugas')).toMatchObject({
    alphabet: 'UCS_2',
    unusual: ['“', '”', '–'],
    plain: '"Terima kasih" - petugas',
  });
  expect(measureText('Terima kasih.')).toEqual({
    characters: 13,
    alphabet: 'GSM_7',
    segments: 1,
    unusual: [],
    plain: null,
  });
});

it('offers words that are all within the alphabet, and no dearer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const { plain, segments } = measureText(text);
      if (plain === null) return;
      expect(measureText(plain).unusual).toEqual([]);
      expect(measureText(plain).segments).toBeLessThanOrEqual(Math.max(segments, 2));
    }),
  );
});
