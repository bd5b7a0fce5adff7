import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonalData } from './personal-data.ts';

const kindsIn = (text: string) => findPersonalData(text).map(({ kind }) => kind);

describe('what a letter must not hold', () => {
  test.each([
    ['1371031502900001', 'LOOKS_LIKE_NIK'],
    ['NIK 1371 0315 0290 0001.', 'LOOKS_LIKE_NIK'],
    ['1371.03.150290.0001', 'LOOKS_LIKE_NIK'],
    ['hubungi 08123456789', 'LOOKS_LIKE_PHONE'],
    ['0812-3456-7890', 'LOOKS_LIKE_PHONE'],
    ['0812.3456.789', 'LOOKS_LIKE_PHONE'],
    ['+62 812 3456 7890', 'LOOKS_LIKE_PHONE'],
    ['6281234567890', 'LOOKS_LIKE_PHONE'],
    ['(0751) 812345', 'LOOKS_LIKE_PHONE'],
    ['021-3456789', 'LOOKS_LIKE_PHONE'],
    ['+62 751 812345', 'LOOKS_LIKE_PHONE'],
    ['0867-4.3-1959', 'LOOKS_LIKE_PHONE'],
    ['tulis ke siti.rahma@contoh.go.id ya', 'LOOKS_LIKE_EMAIL'],
  ])('%s', (text, kind) => {
    expect(kindsIn(text)).toEqual([kind]);
  });

  test.each([
    'Laporan nomor 2750 9914 disampaikan pada 2 Oktober 2026.',
    'Laporan nomor 6212 3456 dan 0812 3456',
    'Sejak 08-10-2026 09.00 WIB sampai 2026-11-08 10.00 belum ada rencana.',
    'Nomor 0001/LAPOR/XI/2026 tanggal 11/11/2026',
    'Pasal 36 Undang-Undang Nomor 37 Tahun 2008, Perpres 76/2013',
    'Anggaran Rp1.250.000.000 untuk 12.500 kepala keluarga',
    'Rapat pukul 09.00-10.30 di lantai 2',
  ])('is not: %s', (text) => {
    expect(kindsIn(text)).toEqual([]);
  });

  test('is told with its place', () => {
    const text = 'Pelapor dapat dihubungi di 0812-3456-7890.';
    const [found] = findPersonalData(text);
    expect(text.slice(found!.from - 1, found!.to)).toBe('0812-3456-7890');
  });

  test('is found wherever it stands and however it is grouped', () => {
    const words = fc.constantFrom('Kami', 'meminta', 'Saudara,', 'tanggal 2 Oktober', '(terlampir)', '');
    const grouped = (number: string) =>
      fc
        .array(fc.constantFrom('', ' ', '-', '.'), { minLength: number.length, maxLength: number.length })
        .map((gaps) =>
          [...number].map((digit, index) => (index === 0 ? digit : gaps[index]! + digit)).join(''),
        );
    const number = fc.oneof(
      fc.stringMatching(/^[1-9]\d{15}$/).map((nik) => ['LOOKS_LIKE_NIK', nik] as const),
      fc.stringMatching(/^08\d{8,10}$/).map((phone) => ['LOOKS_LIKE_PHONE', phone] as const),
    );
    fc.assert(
      fc.property(
        words,
        words,
        number.chain(([kind, plain]) => grouped(plain).map((written) => ({ kind, written }))),
        (before, after, { kind, written }) => {
          expect(kindsIn(`${before} ${written} ${after}`.trim())).toContain(kind);
        },
      ),
    );
  });
});
