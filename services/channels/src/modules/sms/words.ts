import { formatReportNumber } from '@lapor/wording';
import type { HeldReport, OpenedReport } from '../door/index.ts';
import { fitInto } from '../segments/index.ts';

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

const named = ({ number, shortCode }: HeldReport) => `${formatReportNumber(number)} (${shortCode})`;

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

/** What goes back to a phone: short, plain, nothing that a locked screen should not show of a confidential report. */
export const words = {
  askPlace:
    'LAPOR! Laporan Anda kami catat. Di mana kejadiannya? Balas dengan nama kecamatan dan kota/kabupaten, misalnya: Kuranji, Kota Padang.',
  askPlaceAgain:
    'LAPOR! Tempat itu belum kami temukan. Balas dengan nama kecamatan dan kota/kabupaten. Tanpa balasan, laporan tetap kami teruskan besok.',
  choosePlace: (places: readonly { fullName: string }[]) =>
    fitInto(
      `LAPOR! Yang mana? Balas dengan angkanya:\n${places.map(({ fullName }, index) => `${index + 1} ${fullName}`).join('\n')}`,
      2,
    ),
  filed: (report: HeldReport, place: string | null) =>
    fitInto(
      `LAPOR! Laporan ${formatReportNumber(report.number)} (kode ${report.shortCode}) diterima.${place ? ` Tempat: ${place}.` : ''}`,
      1,
      ` Diperiksa paling lambat 3 hari kerja. Ketik STATUS ${report.shortCode}.`,
    ),
  status: (report: HeldReport, opened: OpenedReport) => {
    // On a locked screen an agency's name says what such a report is about.
    const handler = opened.isConfidential ? null : opened.handler?.name;
    const newest = opened.isConfidential ? null : newestAnswer(opened);
    const missing = opened.state === 'POSTPONED' && !opened.isConfidential ? opened.missingData : null;
    return fitInto(
      [
        `LAPOR! ${named(report)} ${STATES[opened.state]}${handler ? `, ${handler}` : ''}.`,
        missing ? `Yang kurang: ${missing} Ketik BALAS lalu datanya.` : newest,
        opened.viewerCanConfirm && 'Ketik TUTUP bila beres, BELUM bila belum.',
      ]
        .filter(Boolean)
        .join(' '),
      MOST_OF_A_STATUS,
    );
  },
  whichSolved: (reports: readonly HeldReport[]) =>
    fitInto(
      `LAPOR! Laporan mana yang beres? Ketik TUTUP dengan kodenya, misalnya TUTUP ${reports[0]!.shortCode}:\n${reports.map(({ number, shortCode }) => `${shortCode} ${formatReportNumber(number)}`).join('\n')}`,
      2,
    ),
  replied: (report: HeldReport) => `LAPOR! Balasan Anda untuk laporan ${named(report)} sudah kami teruskan.`,
  dataCompleted: (report: HeldReport) =>
    `LAPOR! Data untuk laporan ${named(report)} kami terima. Petugas memeriksanya lagi.`,
  confirmed: (report: HeldReport) =>
    `LAPOR! Terima kasih. Laporan ${named(report)} dinyatakan selesai. Ketik NILAI 1 sampai NILAI 5 untuk memberi nilai.`,
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
  notFound:
    'LAPOR! Nomor atau kode itu tidak kami temukan untuk telepon ini. Periksa lagi, atau ketik BANTUAN untuk petunjuk.',
  noReport: 'LAPOR! Belum ada laporan dari telepon ini. Ketik LAPOR lalu isi laporan Anda.',
  stopped:
    'LAPOR! Kabar lewat SMS kami hentikan. Yang wajib kami sampaikan tetap dikirim. Ketik MULAI untuk menerima kabar lagi.',
  started: 'LAPOR! Kabar lewat SMS kami kirim lagi. Ketik STOP untuk berhenti.',
  help: 'LAPOR! Ketik LAPOR <isi> untuk melapor. Lainnya: STATUS, BALAS <pesan>, TUTUP, BELUM <alasan>, NILAI 1-5, STOP. Tambahkan kode laporan, misalnya STATUS K1.',
  forPerson:
    'LAPOR! Pesan Anda belum kami pahami dan kami simpan. Ketik BANTUAN untuk petunjuk, atau LAPOR lalu isi laporan Anda.',
} as const;
