import { describe, expect, it, test } from 'vitest';
import { asksForConfidence, isSameReport, understandMessage, withConfidence } from './understand-message.ts';

const asks = (text: string) => withConfidence(understandMessage(text));

describe('a wish for confidence', () => {
  test.each([
    'mohon identitas saya dirahasiakan',
    'Mohon identitas pelapor dirahasiakan.',
    'MOHON NAMA SAYA DIRAHASIAKAN',
    'tolong nama sy dirahasiakan ya pak',
    'tlg nama dan nomor hp saya dirahasiakan',
    'identitas saya dirahasiakan ya',
    'identitas saya mohon dirahasikan',
    'saya minta identitas saya tetap dirahasiakan',
    'agar nama saya dirahasiakan',
    'harap rahasiakan nama saya',
    'rahasiakan identitas pelapor',
    'rahasiain nama gue ya min',
    'jangan sebut nama saya',
    'jgn sebutkan nama saya',
    'jangan bocorkan identitas saya',
    'jangan sebarkan data saya',
    'jangan sampai identitas saya bocor',
    'jangan sampai nama saya diketahui',
    'jangan kasih tahu siapa pelapornya',
    'nama saya jangan disebut',
    'nama saya jangan sampai bocor',
    'identitas saya jangan ditampilkan',
    'saya tidak ingin nama saya disebut',
    'identitas saya tidak ingin diketahui',
    'namaku tolong disamarkan',
    'mohon lindungi identitas saya',
    'saya takut ketahuan',
    'jangan sampai saya ketahuan',
    'saya ingin lapor secara rahasia',
    'saya mau melapor secara anonim',
    'tolong anonim ya',
    'tanpa menyebut nama saya',
    'laporan ini mohon dirahasiakan',
    'pls identitas sy dirahasiakan',
    'mohon identitas saya di rahasiakan',
    'identitas saya mohon di rahasiakan',
    'nama saya jangan di sebut',
    'jangan di sebutkan nama saya',
    'mohon kerahasiaan identitas saya',
    'tolong jaga kerahasiaan identitas saya',
    'mohon dijaga kerahasiaannya',
    'jaga kerahasiaan pelapor',
    'mohon nama saya tidak disebutkan',
    'mohon identitas saya tidak dipublikasikan',
    'agar identitas saya tidak diketahui',
    'supaya nama saya tidak bocor',
    'mohon identitas\nsaya dirahasiakan',
    'jangan beri tahu nama saya',
    'nama saya jangan dipublish',
    'tolong nama saya dan keluarga dirahasiakan',
    'saya ingin dirahasiakan',
    'bisa nama saya dirahasiakan',
  ])('is heard beside what is reported: %j', (wish) => {
    for (const text of [
      `LAPOR guru memungut uang. ${wish}`,
      `LAPOR guru memungut uang, ${wish}`,
      `LAPOR ${wish}, guru memungut uang`,
    ])
      expect(asks(text), text).toMatchObject({ kind: 'FILE', isConfidential: true });
    expect(asksForConfidence(`Petugas meminta uang.\n\n${wish}\n\nTerima kasih`)).toBe(true);
  });

  test.each([
    'mohon identitas saya dirahasiakan',
    'tolong nama saya dirahasiakan ya pak',
    'identitas saya dirahasiakan',
    'rahasiakan nama saya',
    'jangan sebut nama saya',
    'nama saya jangan disebut ya',
  ])('alone keeps what is begun: %j', (wish) => {
    expect(asks(wish)).toEqual({ kind: 'CONFIDE' });
  });

  test.each([
    'bank meminta PIN yang rahasia',
    'dokumen rahasia negara tercecer di jalan',
    'petugas merahasiakan biaya pengurusan',
    'biaya dirahasiakan petugas loket',
    'hasil seleksi dirahasiakan panitia',
    'mohon anggaran desa jangan dirahasiakan',
    'kenapa anggaran desa dirahasiakan',
    'petugas membocorkan data saya',
    'nama saya salah di KTP',
    'identitas saya salah cetak',
    'nama saya tidak disebut dalam daftar bansos',
    'mohon nama jalan dipasang',
    'tolong jangan buka jalan itu malam hari',
    'data saya disalahgunakan pinjol',
    'nomor antrean saya tidak dipanggil',
    'rahasianya sudah umum',
    'jangan tutup saluran di depan rumah',
    'ada surat kaleng anonim di kantor',
    'mohon identitas penerima bansos diumumkan',
    'mohon lampu jalan diperbaiki, takut ada begal',
    'anggaran desa tidak boleh dirahasiakan',
    'Informasi publik tidak boleh dirahasiakan oleh dinas',
    'kenapa anggaran desa harus dirahasiakan',
    'kenapa laporan saya dirahasiakan',
    'identitas saya tidak mau dirahasiakan',
    'bisa jadi rahasia umum kalau pungli',
    'pelaku takut ketahuan warga',
    'penjual miras takut ketahuan petugas',
    'petugas tidak menjaga kerahasiaan identitas saya',
    'rumah sakit membocorkan kerahasiaan pasien',
    'mohon nama saya tidak ada di daftar bansos diperbaiki',
  ])('is not heard where there is none: %j', (text) => {
    expect(asks(`LAPOR ${text}`)).not.toHaveProperty('isConfidential');
    expect(asksForConfidence(text)).toBe(false);
  });

  it.each([
    'LAPOR RAHASIA, nama saya hilang dari daftar bansos',
    'nama saya dirahasiakan petugas di daftar bansos',
  ])('keeps the words of a report that looks like a wish: %j', (text) => {
    const wish = asks(text);
    expect(wish).toMatchObject({ isConfidential: true });
    expect(wish).toHaveProperty('text', expect.stringContaining('daftar bansos'));
  });

  it('makes no other report of the same words', () => {
    expect(isSameReport('guru memungut uang', 'guru memungut uang, mohon identitas saya dirahasiakan')).toBe(
      true,
    );
    expect(isSameReport('guru memungut uang', 'jalan rusak, mohon identitas saya dirahasiakan')).toBe(false);
  });

  it('is read in time, whatever stands there', () => {
    for (const part of ['mohon ', 'nama saya ', 'jangan sampai ', 'identitas nama data ', 'lapor '])
      expect(asksForConfidence(part.repeat(20_000))).toBe(false);
    expect(asks(`mohon dirahasiakan ${'pelapor data '.repeat(20_000)}x`)).toMatchObject({
      isConfidential: true,
    });
  });
});
