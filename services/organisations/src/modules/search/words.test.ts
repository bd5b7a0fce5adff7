import { expect, test } from 'vitest';
import { searchText, typedWords, wordsOf } from './words.ts';

test.each([
  ['Dinas Pekerjaan Umum & Penataan Ruang', ['dinas', 'pekerjaan', 'umum', 'penataan', 'ruang']],
  ["Sogae'adu", ['sogaeadu']],
  ['Kementerian PPN/Bappenas', ['kementerian', 'ppn', 'bappenas']],
  ['DP3AP2KB', ['dp', '3', 'ap', '2', 'kb']],
  ['Café  RSUD dr. Rasidin', ['cafe', 'rsud', 'dr', 'rasidin']],
  ["'); drop table x; --", ['drop', 'table', 'x']],
  ['!&|:*()', []],
])('the words of %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test('a search text names each word once', () => {
  expect(searchText('Kota Padang', null, 'Pemkot Padang')).toBe('kota padang pemkot');
});

test('only the first six typed words count', () => {
  expect(typedWords('a b c d e f g h')).toHaveLength(6);
  expect(typedWords(null)).toEqual([]);
});
