import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData, piecesOf, redact } from './find-personal-data.ts';

const kindsIn = (text: string) =>
  findPersonalData(text).map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`);
const label = (kind: string) => `[${kind}]`;

describe('personal data in a narrative', () => {
  it.each([
    ['NIK saya 0000000000000000, mohon dibantu', 'NIK 0000000000000000'],
    ['nik 0000 0000 0000 0000.', 'NIK 0000 0000 0000 0000'],
    ['hubungi 0800-0000-0000', 'PHONE 0800-0000-0000'],
    ['wa +62 800 0000 000 ya', 'PHONE +62 800 0000 000'],
    ['telp 628000000000', 'PHONE 628000000000'],
    ['surel ke warga.padang@example.test saja', 'EMAIL warga.padang@example.test'],
    ['transfer ke rek BRI 000000000000000', 'ACCOUNT 000000000000000'],
    ['mobil dinas BA 1234 XYZ parkir di trotoar', 'PLATE BA 1234 XYZ'],
    ['Nama saya fulan bin fulan dan saya warga sini', 'NAME fulan bin fulan'],
    ['sertifikat atas nama Fulanah, belum terbit', 'NAME Fulanah'],
    ['yang meminta uang Pak Fulan di loket', 'NAME Fulan'],
    ['Bapak Lurah Fulan Contoh tidak pernah ada', 'NAME Fulan Contoh'],
  ])('%s', (text, found) => {
    expect(kindsIn(text)).toEqual([found]);
  });

  it.each([
    'Jalan rusak sejak 17 Agustus 2026, sekitar 1.500 meter',
    'Kerugian Rp 12.500.000 sejak 2025',
    'Laporan sebelumnya 4821 3097',
    'Kode pos 25158, RT 03/RW 08',
    'Mohon Pak Lurah dan Ibu Camat turun',
    'Bapak Kepala Dinas PUPR Kota Padang',
    'Ibu hamil menunggu di Ibu Kota Jakarta',
    'Nama jalan tidak terpasang, jalur KA 12 rusak',
  ])('is not seen in “%s”', (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });

  it('finds several, in the order of the text', () => {
    expect(kindsIn('a@example.test atau 080000000000, NIK 0000000000000000')).toEqual([
      'EMAIL a@example.test',
      'PHONE 080000000000',
      'NIK 0000000000000000',
    ]);
  });

  it('a name ends where a number or an address begins', () => {
    expect(kindsIn('Nama saya Fulan a@example.test')).toEqual(['NAME Fulan', 'EMAIL a@example.test']);
  });

  it('a second name that follows close on the first is found too', () => {
    expect(kindsIn('nama saya fulan dan nama ibu saya fulanah')).toEqual(['NAME fulan', 'NAME fulanah']);
  });

  it('a name behind one that was taken along with others is found too', () => {
    expect(kindsIn('nama saya fulan A Pak Fulan  Pak Fulan')).toHaveLength(2);
  });

  it('is gone after redaction, and nothing else has changed', () => {
    const text = 'Nama Fulan, telp 080000000000, mohon dicetak ulang.';
    expect(redact(text, findPersonalData(text), label)).toBe(
      'Nama [NAME], telp [PHONE], mohon dicetak ulang.',
    );
  });

  it('redaction leaves nothing to find, and the pieces make up the text again', () => {
    const part = fc.oneof(
      // Without digits: those that a number takes along may leave something behind that looks like a number plate.
      fc.string().map((text) => text.replace(/\d/g, '')),
      fc.constantFrom(
        ' nama saya fulan ',
        ' Pak Fulan ',
        ' BA 1234 XYZ ',
        ' 0000000000000000 ',
        ' 080000000000 ',
        ' a@example.test ',
        ', ',
        ' dan ',
      ),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        const findings = findPersonalData(text);
        expect(
          piecesOf(text, findings)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
        const redacted = redact(text, findings, () => ' … ');
        expect(findPersonalData(redacted)).toEqual([]);
      }),
      { numRuns: 20_000 },
    );
  });
});
