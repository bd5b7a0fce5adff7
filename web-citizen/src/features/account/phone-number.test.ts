import { expect, test } from 'vitest';
import { formatPhone } from './phone-number.ts';

test('a number is read in groups, however long it is', () => {
  expect(formatPhone('+6281200000000')).toBe('+62 812 0000 0000');
  expect(formatPhone('+628120000000')).toBe('+62 812 0000 000');
  expect(formatPhone('+6281200000')).toBe('+62 812 0000 0');
  expect(formatPhone('+62812000000000')).toBe('+62 812 0000 0000 0');
});
