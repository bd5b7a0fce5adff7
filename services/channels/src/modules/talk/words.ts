import { formatReportNumber } from '@lapor/wording';
import type { HeldReport, OpenedReport, RefusedFile } from '../door/index.ts';
import { whyRefused } from './why-refused.ts';
import type { Manner } from './manner.ts';

/** A status may take so many messages, everything else one or two. */
const MOST_OF_A_STATUS = 3;

const STATES: Readonly<Record<OpenedReport['state'], string>> = {
  SUBMITTED: 'menunggu diperiksa petugas',
  POSTPONED: 'menunggu data dari Anda',
  DISPOSED: 'sudah diteruskan',
  IN_PROGRESS: 'sedang ditangani',
  COMPLETED: 'selesai',
  ARCHIVED: 'diarsipkan',
};

const ANSWERS: Readonly<Record<string, string>> = {
  ACKNOWLEDGED: 'Kabar',
  PLANNED: 'Rencana',
  RESULT: 'Hasil',
  OBSTACLE: 'Kendala',
  CORRECTED: 'Jawaban',
  INFORMATION_REQUESTED: 'Pertanyaan',
};

const named = ({ number, shortCode }: HeldReport) =>
  shortCode === null ? formatReportNumber(number) : `${formatReportNumber(number)} (${shortCode})`;

/** Histories come newest first; of one instant the first is the newest. */
const newestOf = <Entry extends { at: string }>(entries: readonly Entry[]): Entry | undefined =>
  entries.toSorted((one, other) => other.at.localeCompare(one.at))[0];

/** "Rencana (paling lambat 28-11-2026): Penambalan dijadwalkan." – the newest word of those who handle it; `null`: there is none. */
export function newestAnswer({ history }: OpenedReport): string | null {
  const entry = newestOf(
    history.filter(({ kind, text, correctedBy }) => kind in ANSWERS && text && !correctedBy),
  );
  if (!entry?.text) return null;
  const by = entry.promisedOn?.split('-').toReversed().join('-');
  return `${ANSWERS[entry.kind]}${by ? ` (paling lambat ${by})` : ''}: ${entry.text}`;
}

/** The newest word to the reporter alone; `null`: there is none. */
export const newestMessage = ({ history }: OpenedReport): string | null =>
  newestOf(history.filter(({ kind, actorKind }) => kind === 'MESSAGE' && actorKind !== 'CITIZEN'))?.text ??
  null;

/** What goes back to a sender: short, plain, nothing that a locked screen should not show of a confidential report. */
export function createWords({ door, fit, type, here, news, pageOf, home }: Manner) {
  const follow = (number: string) => {
    const page = pageOf(number);
    return page === null ? '' : ` Halaman laporan: ${page}`;
  };
  return {
    /** What the door is called. */
    door,
    askPlace:
      'LAPOR! Laporan Anda kami catat. Di mana kejadiannya? Balas dengan nama kecamatan dan kota/kabupaten, misalnya: Kuranji, Kota Padang.',
    askPlaceAgain:
      'LAPOR! Tempat itu belum kami temukan. Balas dengan nama kecamatan dan kota/kabupaten. Tanpa balasan, laporan tetap kami teruskan besok.',
    choosePlace: (places: readonly { fullName: string }[]) =>
      fit(
        `LAPOR! Yang mana? Balas dengan angkanya:\n${places.map(({ fullName }, index) => `${index + 1} ${fullName}`).join('\n')}`,
        2,
      ),
    filed: (report: HeldReport, place: string | null, isConfidential = false) =>
      fit(
        `LAPOR! Laporan ${formatReportNumber(report.number)} (kode ${report.shortCode}) diterima${isConfidential ? ' sebagai laporan rahasia' : ''}.${place && !isConfidential ? ` Tempat: ${place}.` : ''}`,
        1,
        ` Diperiksa paling lambat 3 hari kerja. ${type} STATUS ${report.shortCode}.${follow(report.number)}`,
      ),
    status: (report: HeldReport, opened: OpenedReport) => {
      // On a locked screen an agency's name says what such a report is about.
      const handler = opened.isConfidential ? null : opened.handler?.name;
      const newest = opened.isConfidential ? null : newestAnswer(opened);
      const missing = opened.state === 'POSTPONED' && !opened.isConfidential ? opened.missingData : null;
      return fit(
        [
          `LAPOR! ${named(report)} ${STATES[opened.state]}${handler ? `, ${handler}` : ''}.`,
          missing ? `Yang kurang: ${missing} ${type} BALAS lalu datanya.` : newest,
          opened.viewerCanConfirm && `${type} TUTUP bila beres, BELUM bila belum.`,
        ]
          .filter(Boolean)
          .join(' '),
        MOST_OF_A_STATUS,
      );
    },
    whichSolved: (reports: readonly HeldReport[]) =>
      fit(
        `LAPOR! Laporan mana yang beres? ${type} TUTUP dengan kodenya, misalnya TUTUP ${reports[0]!.shortCode}:\n${reports.map(({ number, shortCode }) => `${shortCode} ${formatReportNumber(number)}`).join('\n')}`,
        2,
      ),
    confirmFirst: (report: HeldReport) =>
      `LAPOR! Balas YA untuk menutup laporan ${named(report)}. Bila belum beres, balas BELUM.`,
    replied: (report: HeldReport) =>
      `LAPOR! Balasan Anda untuk laporan ${named(report)} sudah kami teruskan.`,
    dataCompleted: (report: HeldReport) =>
      `LAPOR! Data untuk laporan ${named(report)} kami terima. Petugas memeriksanya lagi.`,
    confirmed: (report: HeldReport) =>
      `LAPOR! Terima kasih. Laporan ${named(report)} dinyatakan selesai. ${type} NILAI 1 sampai NILAI 5 untuk memberi nilai.`,
    notSolved: (report: HeldReport) =>
      `LAPOR! Kami sampaikan bahwa laporan ${named(report)} belum beres. Instansi menjawab paling lambat dalam 5 hari kerja.`,
    rated: (report: HeldReport) => `LAPOR! Terima kasih. Nilai Anda untuk laporan ${named(report)} dicatat.`,
    reopened: (report: HeldReport) =>
      `LAPOR! Nilai Anda dicatat. Laporan ${named(report)} dibuka lagi supaya ditangani sampai beres.`,
    notYetClosed: (report: HeldReport, { state }: OpenedReport) =>
      `LAPOR! Laporan ${named(report)} ${STATES[state]}. Laporan bisa ditutup setelah ada jawaban instansi.`,
    notYetRated: (report: HeldReport, { state }: OpenedReport) =>
      `LAPOR! Laporan ${named(report)} ${STATES[state]}. Nilai bisa diberikan sekali, setelah selesai.`,
    noChangeNow: (report: HeldReport, { state }: OpenedReport) =>
      `LAPOR! Laporan ${named(report)} ${STATES[state]}. Anda kami kabari bila ada perkembangan.`,
    /** The address alone proves nothing: what comes back to the address that we wrote to does. */
    proveFirst: (report: HeldReport) =>
      `LAPOR! Untuk memastikan bahwa Anda pelapornya, balas surel ini dengan isi yang sama. Laporan ${named(report)} belum diubah.`,
    /** As above, where nothing is said of a report. */
    proveHere:
      'LAPOR! Untuk memastikan bahwa ini dari Anda, balas surel ini dengan isi yang sama. Belum ada yang kami ubah.',
    fileThis:
      'LAPOR! Apakah ini laporan baru? Balas YA untuk melaporkannya. Pesan Anda kami simpan dan dibaca petugas bila tidak ada balasan.',
    filesRefused: (answer: string, files: readonly RefusedFile[]) =>
      `${answer} Berkas yang tidak bisa kami terima: ${files.map((file) => `${file.name} (${whyRefused(file)})`).join(', ')}.`,
    noFileTaken: (files: readonly RefusedFile[]) =>
      `LAPOR! Berkas yang tidak bisa kami terima: ${files.map((file) => `${file.name} (${whyRefused(file)})`).join(', ')}. Kirim lagi, atau tulis isinya sebagai teks.`,
    /** The provider does not give them now. */
    filesLater:
      'LAPOR! Pesan Anda kami terima. Berkasnya belum bisa kami ambil; kami coba terus, lalu pesan Anda kami kerjakan.',
    filesMissing: (names: readonly string[]) =>
      `LAPOR! Berkas ini tidak berhasil kami ambil: ${names.join(', ')}. Pesan Anda kami simpan dan dibaca petugas. Untuk melapor tanpa menunggu, kirim lagi dengan ${type.toLowerCase()} LAPOR lalu isi laporan Anda.`,
    filesKept:
      'LAPOR! Berkas Anda kami catat untuk laporan ini. Kirim yang lain bila ada, lalu balas dengan nama kecamatan dan kota/kabupaten.',
    /** A place that was shared. */
    pointUnknown:
      'LAPOR! Titik lokasi itu tidak kami kenali sebagai tempat di Indonesia. Balas dengan nama kecamatan dan kota/kabupaten.',
    pointKept: (place: string) =>
      `LAPOR! Lokasi Anda kami catat: ${place}. ${type} LAPOR lalu isi laporan Anda; lokasi itu ikut dalam laporan.`,
    textChanged:
      'LAPOR! Isi laporan Anda kami ganti. Di mana kejadiannya? Balas dengan nama kecamatan dan kota/kabupaten.',
    changedTooLate: `LAPOR! Pesan yang sudah kami baca tidak berubah di sini. ${type} BALAS lalu tambahan atau perbaikan Anda.`,
    inConfidence:
      'LAPOR! Laporan Anda kami rahasiakan: hanya petugas yang berwenang membacanya. Di mana kejadiannya? Balas dengan nama kecamatan dan kota/kabupaten.',
    /** Of one that was filed open: who may close it is a person. */
    confideLater: `LAPOR! Petugas akan membaca permintaan Anda agar laporan itu dirahasiakan. Laporan baru yang rahasia: ${type.toLowerCase()} LAPOR RAHASIA lalu isinya.`,
    confideHow: `LAPOR! Untuk laporan rahasia ${type.toLowerCase()} LAPOR RAHASIA lalu isi laporan Anda.`,
    /** Whoever may be anybody chose the names. */
    someFilesRefused: (answer: string, count: number) => `${answer} ${count} berkas tidak bisa kami terima.`,
    nothingToRead: `LAPOR! Pesan seperti itu belum bisa kami terima di sini. Kirim sebagai teks${home ? `, atau lewat ${home}` : ''}.`,
    notFound: `LAPOR! Nomor atau kode itu tidak kami temukan untuk ${here}. Periksa lagi, atau ketik BANTUAN untuk petunjuk.`,
    noReport: `LAPOR! Belum ada laporan dari ${here}. ${type} LAPOR lalu isi laporan Anda.`,
    stopped: `LAPOR! Kabar ${news} kami hentikan. Yang wajib kami sampaikan tetap dikirim. ${type} MULAI untuk menerima kabar lagi.`,
    started: `LAPOR! Kabar ${news} kami kirim lagi. ${type} STOP untuk berhenti.`,
    help: `LAPOR! ${type} LAPOR <isi> untuk melapor. Lainnya: STATUS, BALAS <pesan>, TUTUP, BELUM <alasan>, NILAI 1-5, STOP. Tambahkan kode laporan, misalnya STATUS K1.`,
    forPerson: `LAPOR! Pesan Anda belum kami pahami dan kami simpan. ${type} BANTUAN untuk petunjuk, atau LAPOR lalu isi laporan Anda.`,
  } as const;
}
export type Words = ReturnType<typeof createWords>;
