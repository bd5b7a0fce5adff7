import { expect, test } from 'vitest';
import { findPersonalNumbers } from './personal-numbers.ts';

test.each(['NIK saya 1371 0000 0000 0000 mohon dicek', 'nomor 1371000000000000.'])(
  'a NIK is noticed in "%s"',
  (text) => expect(findPersonalNumbers(text).nik).toBe(true),
);

test.each(['hubungi 0812-0000-0000', 'wa +62 812 0000 0000 ya', 'telp 628120000000'])(
  'a mobile number is noticed in "%s"',
  (text) => expect(findPersonalNumbers(text)).toEqual({ nik: false, phone: true, name: false }),
);

test.each(['lubang 40 cm di km 12.500', 'sejak 20 September 2026', 'tarif Rp 150.000', 'telepon 112'])(
  'ordinary numbers stay unremarked in "%s"',
  (text) => expect(findPersonalNumbers(text)).toEqual({ nik: false, phone: false, name: false }),
);

test.each([
  'Petugas bernama Budi Santoso berjanji datang',
  'Pak Budi menolak',
  'atas nama Siti',
  'Ibu Siti lama',
])('a name is noticed in "%s"', (text) => expect(findPersonalNumbers(text).name).toBe(true));

test.each([
  'Pak Lurah tidak ada',
  'Ibu Kota banjir',
  'bapak itu menolak',
  'Bapak Kepala Dinas',
  'sudah ke Padang',
  'jalan bernama',
  'Ibu Hamil antre',
])('nobody is named in "%s"', (text) => expect(findPersonalNumbers(text).name).toBe(false));
