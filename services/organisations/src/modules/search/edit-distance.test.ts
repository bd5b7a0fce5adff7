import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slipsTo } from './edit-distance.ts';

test.each([
  ['padang', 'padang', 0],
  ['padnag', 'padang', 1],
  ['pdang', 'padang', 1],
  ['paadang', 'padang', 1],
  ['badang', 'padang', 1],
  ['bandnug', 'bandung', 1],
  ['pend', 'pendidikan', 0.5],
  ['pendidk', 'pendidikan', 1.5],
  ['', 'padang', 0.5],
  ['padang', '', 6],
])('from %j to %j: %d', (typed, word, slips) => {
  expect(slipsTo(typed, word)).toBe(slips);
});

test('is nothing for the word itself, and never more than the longer of both', () => {
  const word = fc.stringMatching(/^[a-d]{0,12}$/);
  fc.assert(
    fc.property(word, word, (typed, other) => {
      expect(slipsTo(typed, typed)).toBe(0);
      const slips = slipsTo(typed, other);
      expect(slips).toBeLessThanOrEqual(Math.max(typed.length, other.length));
      if (slips === 0) expect(typed).toBe(other);
    }),
  );
});
