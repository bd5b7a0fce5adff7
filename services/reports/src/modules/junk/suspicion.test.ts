import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareWords, suspicionOf } from './suspicion.ts';

describe('what a text is suspected of', () => {
  it.each([
    ['https://contoh.test/promo https://contoh.test/lain www.contoh.test', 'LINKS_ONLY'],
    ['klik murah.xyz/abc!!! murah.xyz/abc', 'LINKS_ONLY'],
    ['Dasar goblok, tolol, bangsat kalian semua di sana', 'ABUSIVE_WORDS'],
    // Angry, and a report.
    [
      'Sudah tiga bulan jalan ini rusak dan tidak ada yang datang. Petugasnya tolol dan goblok, brengsek betul, padahal sudah kami laporkan ke kecamatan dua kali dengan foto dan surat.',
      null,
    ],
    ['Anjing liar menggigit anak di depan sekolah, dan babi lepas merusak kebun.', null],
    ['Formulir di https://contoh.test/formulir tidak bisa dibuka sejak hari Senin.', null],
    ['Jalan di depan pasar kecamatan kami sudah berlubang sejak dua bulan lalu.', null],
  ])('%s', (text, reason) => expect(suspicionOf(text)).toBe(reason));

  it('is the same for words that differ in nothing but blanks, case and punctuation', () =>
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1, maxLength: 20 }),
        fc.constantFrom(' ', '  ', '\n', ', ', ' - ', '!! '),
        (words, between) => {
          expect(bareWords(words.join(between).toUpperCase())).toBe(bareWords(words.join(' ')));
        },
      ),
    ));
});
