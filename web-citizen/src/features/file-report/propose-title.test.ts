import { expect, test } from 'vitest';
import { proposeTitle } from './propose-title.ts';

test('the first sentence is the title, without its full stop', () => {
  expect(proposeTitle('Jalan di depan pasar berlubang. Sudah dua bulan.')).toBe(
    'Jalan di depan pasar berlubang',
  );
  expect(proposeTitle('lampu jalan padam satu ruas!\nMohon dicek')).toBe('Lampu jalan padam satu ruas');
});

test('greetings to the office are left out', () => {
  expect(proposeTitle('Assalamualaikum. Sampah di gang kami tidak diangkut. Terima kasih.')).toBe(
    'Sampah di gang kami tidak diangkut',
  );
  expect(proposeTitle('Selamat pagi, air PDAM mati tiga hari.')).toBe('Air PDAM mati tiga hari');
});

test('a first sentence that says too little takes the next one along', () =>
  expect(proposeTitle('Tolong. Jembatan kayu patah.')).toBe('Tolong. Jembatan kayu patah'));

test('a long sentence is cut at a clause, or between words', () => {
  const clause =
    'KTP elektronik saya belum jadi sejak enam bulan lalu di Disdukcapil, setiap kali datang disuruh menunggu lagi';
  expect(proposeTitle(clause)).toBe('KTP elektronik saya belum jadi sejak enam bulan lalu di Disdukcapil');
  const words = proposeTitle('kata '.repeat(60));
  expect(words.length).toBeLessThanOrEqual(80);
  expect(words.endsWith('kata')).toBe(true);
});

test('full stops inside numbers and amounts do not end a sentence', () =>
  expect(proposeTitle('Dipungut Rp 50.000 di loket 3.2 kantor kelurahan.')).toBe(
    'Dipungut Rp 50.000 di loket 3.2 kantor kelurahan',
  ));

test('an abbreviation in an address does not end a sentence', () =>
  expect(proposeTitle('Lampu jalan di Jl. Raya Siteba No. 12 mati. Sudah tiga minggu.')).toBe(
    'Lampu jalan di Jl. Raya Siteba No. 12 mati',
  ));

test('nothing is proposed for nothing', () => expect(proposeTitle('  \n ')).toBe(''));
