import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { proposeText, proposeTitle } from './propose-title.ts';

describe('a title from a message', () => {
  test.each([
    ['jalan rusak di depan pasar. sudah dua bulan', 'Jalan rusak di depan pasar'],
    ['jalan rusak', 'Jalan rusak'],
    ['air', 'Laporan lewat SMS: air'],
    ['pak. jalan rusak di depan pasar. tolong', 'Pak. jalan rusak di depan pasar'],
  ])('%j', (text, title) => {
    expect(proposeTitle(text, 'SMS')).toBe(title);
  });

  it('has what the platform asks of a title and a text, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600 }), fc.option(fc.string()), (text, place) => {
        const title = proposeTitle(text, 'SMS');
        expect(title.trim().length).toBeGreaterThanOrEqual(5);
        expect(title.length).toBeLessThanOrEqual(150);
        const proposed = proposeText(text, place, 'SMS');
        expect(proposed.text.length).toBeGreaterThanOrEqual(19);
        expect(proposed.isWhole).toBe(true);
        expect(proposed.text).toContain(text.trim().toWellFormed());
        expect(proposed.text).toContain((place ?? '').toWellFormed());
      }),
    );
  });

  it('is made soon of endless signs', () => {
    for (const text of [`${'.'.repeat(29_000)}x`, `${'. '.repeat(15_000)}x`, '.'.repeat(29_000)]) {
      const began = performance.now();
      expect(proposeTitle(text, 'SMS').length).toBeLessThanOrEqual(150);
      expect(performance.now() - began).toBeLessThan(200);
    }
  });

  it('is cut where the platform takes no more, and says so', () => {
    const long = 'jalan rusak '.repeat(400);
    expect(proposeText(long, null, 'SMS')).toEqual({ text: long.slice(0, 4_000), isWhole: false });
    expect(proposeText(long.slice(0, 3_990), 'dekat pasar', 'SMS').isWhole).toBe(false);
  });
});
