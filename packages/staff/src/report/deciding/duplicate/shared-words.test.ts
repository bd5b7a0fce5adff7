import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedPieces, sharedWords } from './shared-words.ts';

describe('words that two reports share', () => {
  it('are those that say something, in either case', () => {
    expect([
      ...sharedWords('Lampu jalan mati yang di Kuranji', 'jalan gelap, LAMPU padam di kuranji yang lama'),
    ]).toEqual(['lampu', 'jalan', 'kuranji']);
    expect([...sharedWords('mohon untuk dengan', 'mohon untuk dengan')]).toEqual([]);
  });

  it('are marked in the text, and the pieces make it up again', () => {
    expect(markedPieces('Lampu di Kuranji.', new Set(['lampu', 'kuranji']))).toEqual([
      { text: 'Lampu', isShared: true },
      { text: ' di ', isShared: false },
      { text: 'Kuranji', isShared: true },
      { text: '.', isShared: false },
    ]);
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const pieces = markedPieces(one, sharedWords(one, other));
        expect(pieces.map(({ text }) => text).join('')).toBe(one);
      }),
    );
  });
});
