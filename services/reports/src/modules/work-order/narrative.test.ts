import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copiesFrom, namesSomebody } from './narrative.ts';

const NARRATIVE =
  'Setiap malam tetangga saya, Pak Lurah sendiri, membuang sampah ke sungai di belakang rumah kami di Gang Melati.';

describe('the words of a work order', () => {
  it('are not the citizen’s, in whatever case and with whatever between them', () => {
    expect(copiesFrom('Cek: tetangga saya, PAK LURAH sendiri - membuang sampah ke sungai.', NARRATIVE)).toBe(
      true,
    );
  });

  it('may name the same things in words of their own', () => {
    expect(copiesFrom('Periksa sampah di sungai di belakang Gang Melati, ambil foto.', NARRATIVE)).toBe(
      false,
    );
    expect(copiesFrom('', NARRATIVE)).toBe(false);
    expect(copiesFrom('satu dua', 'satu dua')).toBe(false);
  });

  it('are found wherever eight of a narrative’s words stand in a row', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 8, maxLength: 30 }),
        fc.nat(),
        fc.array(word),
        (told, at, before) => {
          const start = at % (told.length - 7);
          const text = [...before, ...told.slice(start, start + 8)].join(', ');
          expect(copiesFrom(text, told.join(' '))).toBe(true);
        },
      ),
    );
  });

  it('name nobody by number or address', () => {
    for (const text of [
      'Hubungi 0812 9999 1111',
      'Telp +62812-9999-1111',
      'NIK 1371 0999 9990 0010',
      'surel kanari@contoh.test',
    ])
      expect(namesSomebody(text)).toBe(true);
    for (const text of ['Ukur 12 lubang di km 3,5', 'RT 03/RW 08 nomor 12', 'Tiang listrik 0824'])
      expect(namesSomebody(text)).toBe(false);
  });
});
