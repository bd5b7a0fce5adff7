import { expect, test } from 'vitest';
import { mask } from './mask.ts';

test('a number can be recognised and not copied', () => {
  expect(mask('0812 0000 0012')).toBe('08•• •••• ••12');
  expect(mask('1371000000000000')).toBe('13•• •••• •••• ••00');
});
