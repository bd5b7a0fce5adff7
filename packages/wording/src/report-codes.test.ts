import { expect, test } from 'vitest';
import {
  formatAccessCode,
  formatReportNumber,
  parseAccessCode,
  parseNumberAndCode,
  parseReportNumber,
} from './report-codes.ts';

test('numbers and codes are shown in groups of four', () => {
  expect(formatReportNumber('48213097')).toBe('4821 3097');
  expect(formatAccessCode('4093118755267041')).toBe('4093 1187 5526 7041');
  expect(formatReportNumber('48213')).toBe('4821 3');
});

test.each(['48213097', '4821 3097', ' 4821-3097 ', 'No. 4821.3097', '４８２１ ３０９７'])(
  'the number is found in "%s"',
  (typed) => expect(parseReportNumber(typed)).toBe('48213097'),
);

test.each(['', '4821 309', '4821 30977', 'empat delapan'])('"%s" is not a number', (typed) =>
  expect(parseReportNumber(typed)).toBeNull(),
);

test('a code survives spaces, dashes and line breaks', () => {
  expect(parseAccessCode('4093-1187\n5526 7041')).toBe('4093118755267041');
  expect(parseAccessCode('4093 1187 5526 704')).toBeNull();
});

test('what the done page copies can be pasted back whole', () => {
  expect(parseNumberAndCode('Nomor laporan 4821 3097, kode akses 4093 1187 5526 7041')).toEqual({
    number: '48213097',
    accessCode: '4093118755267041',
  });
  expect(parseNumberAndCode('4821 3097')).toBeNull();
});
