import { expect, test } from 'vitest';
import { readWords, wordsFault } from './programme-words.ts';

test('words stand between commas or on lines, each once, in small letters', () => {
  expect(readWords(' Makan bergizi,  makan   bergizi;\nSekolah Rakyat,, ')).toEqual([
    'makan bergizi',
    'sekolah rakyat',
  ]);
  expect(readWords(' \n')).toEqual([]);
});

test.each([
  [['jembatan gantung', 'MBG-2026'.toLowerCase()], undefined],
  [['ab'], 'INVALID'],
  [['a'.repeat(41)], 'INVALID'],
  [['50 %'], 'INVALID'],
  [Array.from({ length: 51 }, (_, index) => `kata ${index}`), 'TOO_LONG'],
] as const)('%j is judged as the server does', (words, fault) => expect(wordsFault(words)).toBe(fault));
