import { expect, test } from 'vitest';
import { isAbout } from './find-passages.ts';

const text = 'Kode akses saya hilang. Bila Anda menulis surel, minta kode baru. Café 200 %.';

test('a passage is found by the beginnings of all its words, however they are written', () => {
  for (const search of ['kode', 'KODE hil', 'surel baru', ' akses,kode ', 'cafe', '200', '']) {
    expect(isAbout(text, search), search).toBe(true);
  }
});

test('a passage without one of the words is not found, nor one by the middle of a word', () => {
  for (const search of ['kode rahasia', 'ses', 'sandi']) expect(isAbout(text, search), search).toBe(false);
});
