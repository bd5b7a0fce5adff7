import { expect, test } from 'vitest';
import { formatPhone, toE164 } from './phone-number.ts';

test.each([
  '081200000000',
  '0812 0000 0000',
  '0812-0000-0000',
  '0812.0000.0000',
  '6281200000000',
  '+6281200000000',
  '+62 812 0000 0000',
  ' (+62) 812-0000-0000 ',
])('%s is one and the same number', (typed) => expect(toE164(typed)).toBe('+6281200000000'));

test.each(['', '0812', '12345678', '+15550000000', '021 500000', '0812 0000 0000 0000', 'nol delapan'])(
  '%s is no mobile number',
  (typed) => expect(toE164(typed)).toBeNull(),
);

test('a number is read in groups, however long it is', () => {
  expect(formatPhone('+6281200000000')).toBe('+62 812 0000 0000');
  expect(formatPhone('+628120000000')).toBe('+62 812 0000 000');
  expect(formatPhone('+6281200000')).toBe('+62 812 0000 0');
  expect(formatPhone('+62812000000000')).toBe('+62 812 0000 0000 0');
});
