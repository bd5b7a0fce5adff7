import { describe, expect, it } from 'vitest';
import { tellingWords, termsIn, wordsOf } from './words.ts';

describe('the words of a text', () => {
  it('are small letters without punctuation or single letters', () => {
    expect(wordsOf('E-KTP saya, di Jl. Sudirman No.5!')).toEqual([
      'ktp',
      'saya',
      'di',
      'jl',
      'sudirman',
      'no',
    ]);
    expect(wordsOf('%&| :* <-> 😀')).toEqual([]);
  });

  it('are those that tell something, and all of them where none does', () => {
    expect(tellingWords(['lampu', 'di', 'jalan'])).toEqual(['lampu', 'jalan']);
    expect(tellingWords(['yang', 'di'])).toEqual(['yang', 'di']);
  });

  it('make terms of up to four neighbours', () => {
    expect(termsIn(['kartu', 'tanda', 'penduduk'])).toEqual([
      'kartu',
      'kartu tanda',
      'kartu tanda penduduk',
      'tanda',
      'tanda penduduk',
      'penduduk',
    ]);
  });
});
