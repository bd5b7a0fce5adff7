import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillPlaceholders, PLACEHOLDERS, unknownPlaceholders, type Placeholder } from './placeholders.ts';

const values: Record<Placeholder, string | null> = {
  nomor: '4821 3097',
  judul: 'Jalan berlubang',
  kategori: 'Jalan',
  unit: 'Dinas PUPR',
  instansi: 'Kota Padang',
  tenggat: null,
  nama_pelapor_publik: 'Anonim',
};

describe('placeholders of a template', () => {
  it('are filled in, with spaces or without, as often as they stand there', () => {
    expect(fillPlaceholders('Yth. {nama_pelapor_publik}, {nomor} ({ nomor }) di {unit}.', values)).toEqual({
      text: 'Yth. Anonim, 4821 3097 (4821 3097) di Dinas PUPR.',
      missing: [],
    });
  });

  it('without a value stay, and are named once', () => {
    expect(fillPlaceholders('Sebelum {tenggat}, ya, {tenggat}.', values)).toEqual({
      text: 'Sebelum {tenggat}, ya, {tenggat}.',
      missing: ['tenggat'],
    });
  });

  it('are known or named as unknown', () => {
    expect(unknownPlaceholders('{nomor} {nama} {nik} {nama} {}')).toEqual(['nama', 'nik', '']);
    expect(unknownPlaceholders('{ unit } {nomor}')).toEqual([]);
  });

  it('never fill in what a value brings along', () => {
    expect(fillPlaceholders('{judul}', { ...values, judul: '{nama_pelapor_publik} {nik}' }).text).toBe(
      '{nama_pelapor_publik} {nik}',
    );
  });

  it('leave a text without any as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!PLACEHOLDERS.some((name) => text.includes(name)));
        expect(fillPlaceholders(text, values).text).toBe(text);
      }),
    );
  });
});
