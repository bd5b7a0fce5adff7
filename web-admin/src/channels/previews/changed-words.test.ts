import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changedWords } from './changed-words.ts';

it('tells what went and what came, word by word', () => {
  expect(changedWords('Laporan {nomor} diteruskan.', 'Kabar {nomor} diteruskan.')).toEqual([
    { kind: 'GONE', text: 'Laporan' },
    { kind: 'NEW', text: 'Kabar' },
    { kind: 'SAME', text: ' {nomor} diteruskan.' },
  ]);
});

it('loses nothing of either text', () => {
  const text = fc.array(fc.constantFrom('a', 'b', ' ', '\n', 'kata')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = changedWords(before, after);
      const without = (kind: string) =>
        pieces
          .filter((piece) => piece.kind !== kind)
          .map((piece) => piece.text)
          .join('');
      expect([without('NEW'), without('GONE')]).toEqual([before, after]);
    }),
  );
});
