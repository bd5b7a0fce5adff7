import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asksFor, withLine } from './missing-data.ts';

describe('what the reporter is asked for', () => {
  it('is a line each, in the order in which it was chosen, behind what was written', () => {
    const one = withLine('Terima kasih atas laporannya.\n', 'Foto tempatnya', true);
    expect(withLine(one, 'Kapan terjadi', true)).toBe(
      'Terima kasih atas laporannya.\nFoto tempatnya\nKapan terjadi',
    );
    expect(withLine('', 'Foto tempatnya', true)).toBe('Foto tempatnya');
  });

  it('is taken out again without what stands beside it', () => {
    expect(withLine('a\nFoto tempatnya\nb', 'Foto tempatnya', false)).toBe('a\nb');
    expect(withLine('a\nb', 'Foto tempatnya', false)).toBe('a\nb');
  });

  it('is asked for once, however often it is chosen, and not at all once it is taken back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('x', 'y', '', 'zz')),
        fc.constantFrom('x', 'Foto'),
        (words, line) => {
          const text = words.join('\n');
          const wanted = withLine(withLine(text, line, true), line, true);
          expect(asksFor(wanted, line)).toBe(true);
          expect(asksFor(withLine(wanted, line, false), line)).toBe(false);
        },
      ),
    );
  });
});
