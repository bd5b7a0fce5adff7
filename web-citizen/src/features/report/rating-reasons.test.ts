import { expect, test } from 'vitest';
import { reasonsOf, textOfRating } from './rating-reasons.ts';

test('a low score asks what was lacking, a high one what was good', () => {
  expect(reasonsOf(3)).toContain('notFixed');
  expect(reasonsOf(4)).not.toContain('notFixed');
  expect(reasonsOf(5)).toContain('fixed');
});

test('what was picked stands before what was written, and nothing is nothing', () => {
  expect(textOfRating(['Belum beres', 'Terlalu lama'], ' Dua minggu. ')).toBe(
    'Belum beres; Terlalu lama.\nDua minggu.',
  );
  expect(textOfRating([], 'Baik.')).toBe('Baik.');
  expect(textOfRating(['Cepat'], '')).toBe('Cepat.');
  expect(textOfRating([], '  ')).toBeNull();
});
