import type { Sample } from './samples.ts';
import { daytime, type Step, type Story } from './timeline.ts';

const DAY = 24;

type ReportClass = Extract<Step, { do: 'verify' }>['class'];
type ObstacleReason = NonNullable<Extract<Step, { do: 'answer' }>['obstacleReason']>;

const verify = (to: string, days = 1, reportClass: ReportClass = 'GRIEVANCE'): Step => ({
  at: days * DAY,
  do: 'verify',
  to,
  class: reportClass,
});
const dispose = (to: string, days: number): Step => ({ at: days * DAY, do: 'dispose', to });
const acknowledge = (days: number): Step => ({
  at: days * DAY,
  do: 'answer',
  kind: 'ACKNOWLEDGEMENT',
  text: 'Laporan Anda sudah kami terima dan sedang kami pelajari.',
});
const plan = (days: number, text: string, promisedAfterDays = 7): Step => ({
  at: days * DAY,
  do: 'answer',
  kind: 'PLAN',
  text,
  promisedAfterDays,
});
type Outcome = Extract<Step, { do: 'answer' }>['outcome'];
const result = (days: number, text: string, outcome: Outcome = 'SOLVED'): Step => ({
  at: days * DAY,
  do: 'answer',
  kind: 'RESULT',
  text,
  outcome,
});
const obstacle = (
  days: number,
  text: string,
  obstacleReason: ObstacleReason,
  promisedAfterDays = 14,
): Step => ({
  at: days * DAY,
  do: 'answer',
  kind: 'OBSTACLE',
  text,
  obstacleReason,
  promisedAfterDays,
});
const reply = (days: number, text: string): Step => ({ at: days * DAY, do: 'reply', text });
const confirm = (days: number): Step => ({ at: days * DAY, do: 'confirm' });
const rate = (days: number, score: number): Step => ({ at: days * DAY, do: 'rate', score });

/** Sample, days before today, steps; a second row of the same sample is another report of the same matter: of the same place a duplicate to merge, with `region` of another place. */
type Row = [sample: string, daysAgo: number, steps: Step[], region?: string];

// prettier-ignore
const ROWS: readonly Row[] = [
  // Kota Padang
  ['SC-001', 12, [verify('pemkot-13-71'), dispose('opd-13-71-dpupr', 2), acknowledge(4), plan(6, 'Petugas Bidang Bina Marga sudah memeriksa lokasi. Penambalan dijadwalkan pekan depan.')]],
  ['SC-049', 5, [verify('pemkot-13-71', 1), dispose('opd-13-71-dpupr', 2)]],
  ['SC-002', 33, [verify('pemkot-13-71'), dispose('opd-13-71-dishub', 2), plan(5, 'Enam lampu padam karena kabel terputus. Kabel akan disambung pekan depan.'), result(12, 'Delapan lampu sudah menyala kembali. Kabel yang terputus sudah disambung.'), confirm(14), rate(14.1, 5)]],
  ['SC-003', 11, [verify('pemkot-13-71', 1), dispose('opd-13-71-dlh', 1.5)]],
  ['SC-004', 9, [verify('pemkot-13-71', 1.2), dispose('opd-13-71-dpupr', 2)]],
  ['SC-005', 38, [verify('opd-13-71-disdukcapil', 1.1, 'DISPUTE_WITHOUT_INSPECTION'), acknowledge(3)]],
  ['SC-040', 35, [verify('opd-13-71-satpolpp', 2)]],
  ['SC-041', 50, [verify('pemkot-13-71', 0.1), dispose('opd-13-71-damkar', 0.2), result(0.6, 'Sarang tawon sudah dievakuasi oleh regu malam.'), reply(1, 'Cepat sekali, terima kasih.'), confirm(1.2), rate(1.3, 5)]],
  ['SC-045', 8, [verify('opd-13-71-disdukcapil', 0.5, 'INFORMATION_REQUEST'), result(2, 'Pindah domisili antarprovinsi: surat keterangan pindah dari daerah asal, selesai dalam satu hari kerja tanpa biaya.')]],
  ['SC-001', 44, [verify('pemkot-13-71'), dispose('opd-13-71-dpupr', 2), plan(4, 'Lubang akan ditambal Kamis.'), result(9, 'Lubang sudah ditambal.')], '13.71.02'],
  ['SC-002', 20, [verify('pemkot-13-71'), dispose('opd-13-71-dishub', 2), obstacle(6, 'Lampu pengganti sedang kami pesan, gudang kosong.', 'MATERIAL')], '13.71.05'],
  ['SC-003', 27, [verify('pemkot-13-71'), dispose('opd-13-71-dlh', 1.5), result(3, 'Sampah sudah diangkut, jadwal ditambah menjadi dua hari sekali.'), reply(5, 'Baru diangkut sekali, sekarang menumpuk lagi.'), plan(7, 'Kami tambah satu truk untuk rute ini mulai Senin.')], '13.71.06'],
  ['SC-004', 3, [verify('pemkot-13-71', 1)]],
  ['SC-020', 6, [verify('pemkot-13-71', 1), { at: 3 * DAY, do: 'return', text: 'Ruas ini jalan nasional, kewenangan Ditjen Bina Marga.' }]],
  ['SC-003', 1, [], '13.71.04'],
  ['SC-004', 0.4, [], '13.71.03'],
  // Kota Pariaman
  ['SC-006', 15, [verify('pemkot-13-77', 1, 'DISPUTE_WITHOUT_INSPECTION'), dispose('opd-13-77-disdukcapil', 2), { at: 4 * DAY, do: 'ask', text: 'Mohon kirim foto Kartu Keluarga dan akta kelahiran anak.' }]],
  ['SC-007', 40, [verify('pemkot-13-77'), dispose('opd-13-77-pdam', 1.2), plan(2, 'Pipa induk pecah, perbaikan malam ini.'), result(3, 'Pipa induk selesai diganti, air mengalir kembali.')]],
  ['SC-008', 17, [verify('pemkot-13-77', 1.5, 'DISPUTE_WITHOUT_INSPECTION'), dispose('opd-13-77-dpmptsp', 2.5), acknowledge(4)]],
  ['SC-042', 26, [verify('pemkot-13-77', 2, 'ASPIRATION'), dispose('opd-13-77-dispar', 3), result(6, 'Usul Anda kami masukkan dalam rencana kerja tahun depan.', 'PARTLY_SOLVED')]],
  ['SC-006', 2, []],
  // Kabupaten Solok
  ['SC-009', 24, [verify('pemkab-13-02', 1, 'DISPUTE_WITH_INSPECTION'), dispose('opd-13-02-dpupr', 2), plan(6, 'Jembatan ditutup untuk kendaraan. Papan baru dipasang bersama wali nagari.', 21)]],
  ['SC-010', 30, [verify('pemkab-13-02'), dispose('opd-13-02-dinsos', 3), result(8, 'Data keluarga sudah diperbarui bersama nagari dan diusulkan ke pusat.'), confirm(11), rate(11.1, 2)]],
  ['SC-011', 7, [verify('pemkab-13-02', 1), dispose('opd-13-02-dinkes', 1.5), plan(4, 'Kepala puskesmas sudah kami panggil, jam layanan akan dipulihkan.')]],
  ['SC-026', 14, [verify('opd-13-02-inspektorat', 2, 'DISPUTE_WITH_INSPECTION')]],
  ['SC-043', 10, [verify('pemkab-13-02', 1, 'ASPIRATION'), dispose('opd-13-02-disdukcapil', 2), plan(5, 'Jadwal mobil layanan ke nagari kami susun bulan ini.', 20)]],
  // Kabupaten Tanah Bumbu, one hour further east
  ['SC-012', 29, [verify('opd-63-desdm', 2, 'DISPUTE_WITH_INSPECTION'), acknowledge(5)]],
  ['SC-013', 16, [verify('pemkab-63-10', 1), dispose('opd-63-10-disdag', 2), plan(5, 'Saluran dibersihkan pekan ini bersama pengelola pasar.'), result(10, 'Saluran sudah dibersihkan dan sampah diangkut.')]],
  ['SC-014', 13, [verify('opd-63-10-disdik', 1, 'DISPUTE_WITHOUT_INSPECTION'), acknowledge(3)]],
  ['SC-015', 19, [verify('opd-63-10-disdukcapil', 1, 'DISPUTE_WITHOUT_INSPECTION'), result(6, 'Akta kelahiran sudah terbit dan dapat diunduh.'), confirm(7), rate(7.1, 4)]],
  ['SC-036', 22, [verify('kemkomdigi', 2)]],
  ['SC-044', 4, [verify('pemkab-63-10', 1, 'ASPIRATION')]],
  // National
  ['SC-016', 18, [verify('pln', 1), plan(4, 'Data pelanggan sedang kami cocokkan dengan data terpadu.'), result(9, 'Subsidi sudah aktif kembali mulai tagihan berikutnya.'), confirm(10), rate(10.1, 5)]],
  ['SC-017', 23, [verify('bpjs-kesehatan', 1, 'DISPUTE_WITHOUT_INSPECTION'), plan(3, 'Kepesertaan sedang diaktifkan kembali bersama dinas sosial.'), result(6, 'Kepesertaan keluarga Anda sudah aktif.')]],
  ['SC-018', 25, [verify('bpjs-kesehatan', 1.5)]],
  ['SC-019', 21, [verify('bpjs-ketenagakerjaan', 1, 'DISPUTE_WITHOUT_INSPECTION'), obstacle(5, 'Rekening penerima belum sesuai, kami menunggu bank.', 'WAITING_FOR_OTHERS')]],
  ['SC-021', 28, [verify('opd-13-dpupr', 1, 'DISPUTE_WITH_INSPECTION'), plan(4, 'Rambu sementara sudah dipasang. Dinding penahan dibangun bulan depan.', 30)]],
  ['SC-022', 31, [verify('pemkot-31-74', 1), result(5, 'Parkir liar sudah ditertibkan dan dijaga setiap sore.'), reply(16, 'Sudah kembali lagi.'), plan(18, 'Pembatas trotoar dipasang bulan ini.', 14)]],
  ['SC-023', 45, [verify('pemkot-32-73', 1), plan(4, 'Atap halte masuk pemeliharaan minggu ini.'), result(13, 'Atap dan bangku halte sudah diganti.')]],
  ['SC-024', 6.5, [verify('pemkot-33-74', 0.5), plan(1.5, 'Dua pompa dinyalakan, satu pompa diperbaiki besok.', 2)]],
  ['SC-025', 12.5, [verify('pemkot-35-78', 2, 'DISPUTE_WITH_INSPECTION')]],
  ['SC-027', 9.5, [verify('kemendikdasmen', 1, 'DISPUTE_WITH_INSPECTION'), acknowledge(2)]],
  ['SC-028', 32, [verify('ditjen-imigrasi', 2), result(8, 'Kuota daring dibatasi satu akun satu antrean mulai hari ini.')]],
  ['SC-029', 8.5, [verify('kemnaker', 1, 'DISPUTE_WITH_INSPECTION')]],
  ['SC-030', 26.5, [verify('kp2mi', 0.5, 'DISPUTE_WITHOUT_INSPECTION'), plan(2, 'Perwakilan kami sudah menghubungi majikan.')]],
  ['SC-031', 34, [verify('kemen-atr-bpn', 2, 'DISPUTE_WITHOUT_INSPECTION'), acknowledge(4)]],
  ['SC-032', 5.5, [verify('kai', 1)]],
  ['SC-033', 36, [verify('asdp', 2), result(5, 'Loket sudah ditegur dan selisih tarif dikembalikan.'), confirm(7), rate(7.1, 4)]],
  ['SC-034', 2.5, []],
  ['SC-035', 3.5, [verify('kemkomdigi', 0.5), result(1, 'Situs sudah diblokir.')]],
  ['SC-037', 2.2, []],
  ['SC-038', 0.6, []],
  ['SC-039', 1.5, []],
  ['SC-046', 7.5, [verify('kemensos', 0.5, 'INFORMATION_REQUEST'), result(1.5, 'Buka cekbansos.kemensos.go.id, isi nama dan wilayah sesuai KTP.'), confirm(2), rate(2.1, 5)]],
  ['SC-047', 0.9, []],
  ['SC-048', 4.5, [{ at: 1 * DAY, do: 'postpone', text: 'Mohon ceritakan apa yang terjadi, di mana, dan sejak kapan.' }]],
  ['SC-048', 48, [{ at: 2 * DAY, do: 'postpone', text: 'Mohon ceritakan apa yang terjadi, di mana, dan sejak kapan.' }], '33.74'],
  ['SC-050', 1.2, []],
  ['SC-051', 10.5, [{ at: 1 * DAY, do: 'archive', code: 'HATE_OR_HOAX', text: 'Laporan tidak memuat kejadian yang dapat ditindaklanjuti. Silakan lapor lagi dengan peristiwa yang jelas.', }]],
  ['SC-052', 20.5, [verify('kemenpanrb', 1), result(3, 'Laporan terkait kami minta dibuka kembali.'), confirm(5), { at: 8 * DAY, do: 'dispute', text: 'Jalannya tetap rusak sampai hari ini.' }]],
];

/** The demo's reports, told up to `now`: the same stories, always recent. */
export function storiesOf(samples: ReadonlyMap<string, Sample>, now: Date): Story[] {
  return ROWS.map(([id, daysAgo, steps, region], index) => {
    const sample = samples.get(id);
    if (!sample) throw new Error(`sample-complaints.csv has no ${id}`);
    return {
      key: `demo-${index + 1}`,
      sample: region ? sample.elsewhere(region) : sample,
      submittedAt: submissionTime(now, daysAgo),
      steps,
    };
  });
}

/** So many days before now, at an hour at which people write; never in the future. */
function submissionTime(now: Date, daysAgo: number): Date {
  const wanted = new Date(now.getTime() - daysAgo * DAY * 3_600_000);
  const at = daytime(wanted);
  return at <= now ? at : wanted;
}
