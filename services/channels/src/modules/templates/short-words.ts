import type { Language, ReportTemplate, SecretLinkTemplate } from './template.ts';

/** What can be told to a reporter by a short message. */
export type ShortTemplate = ReportTemplate | SecretLinkTemplate;

type Facts = Readonly<Record<string, string | undefined>>;

/** What one language says in a short message. `n` is the number as people read it. */
export interface ShortWords {
  sentences: Readonly<Record<ShortTemplate, (n: string, facts: Facts) => string>>;
  /** Before words that are quoted. */
  quoting: (n: string, by: string | undefined) => string;
  /** What to write back, by template; `code` names the report. */
  command: (template: string, kind: string | undefined, code: string) => string;
}

const BY = (organisation: string | undefined, by: string) => (organisation ? ` ${by} ${organisation}` : '');

const indonesianAnswers: Readonly<Record<string, string>> = {
  ACKNOWLEDGED: 'kabar',
  PLANNED: 'rencana penanganan',
  RESULT: 'hasil penanganan',
  OBSTACLE: 'kendala penanganan',
  CORRECTED: 'perbaikan jawaban',
};

const englishAnswers: Readonly<Record<string, string>> = {
  ACKNOWLEDGED: 'word',
  PLANNED: 'a plan',
  RESULT: 'a result',
  OBSTACLE: 'an obstacle',
  CORRECTED: 'a corrected answer',
};

const indonesian: ShortWords = {
  sentences: {
    'report-received': (n) => `Laporan ${n} diterima. Diperiksa paling lambat 3 hari kerja.`,
    'report-routed': (n, { organisationName }) =>
      `Laporan ${n} diteruskan kepada ${organisationName ?? 'instansi yang berwenang'}.`,
    'report-answered': (n, { kind, organisationName }) =>
      `Laporan ${n}: ada ${indonesianAnswers[kind ?? ''] ?? 'jawaban'}${BY(organisationName, 'dari')}.`,
    'report-completed': (n) => `Laporan ${n} selesai. Belum beres? Bisa dibuka lagi dalam 14 hari.`,
    'report-asks-for-data': (n) => `Laporan ${n} kurang data. Lengkapi dalam 30 hari.`,
    'report-asks-for-information': (n, { organisationName }) =>
      `Laporan ${n}: ada pertanyaan${BY(organisationName, 'dari')}.`,
    'report-archived': (n) => `Laporan ${n} diarsipkan. Bisa diajukan keberatan dalam 14 hari.`,
    'report-closing-soon': (n) => `Laporan ${n} segera ditutup.`,
    'report-identity-read': (n, { organisationName }) =>
      `Laporan ${n}: petugas${BY(organisationName, 'dari')} membuka identitas Anda. Waktu dan alasannya tercatat.`,
    'report-withheld': (n) => `Laporan ${n} belum diterbitkan. Penanganannya tetap berjalan.`,
    'report-redacted': (n) => `Laporan ${n}: ada bagian yang ditutup sebelum terbit.`,
    'report-file-sealed': (n) => `Laporan ${n}: sebuah berkas berbahaya dan kami tutup.`,
    'report-linked': (n) => `Laporan ${n} ditangani bersama laporan serupa.`,
    'master-answered': (n) => `Laporan ${n}: ada jawaban atas laporan serupa.`,
    'master-ended': (n) => `Laporan ${n}: laporan serupa sudah selesai.`,
    'report-message': (n, { organisationName }) =>
      `Laporan ${n}: ada pesan untuk Anda${BY(organisationName, 'dari')}.`,
    'access-code-renewed': (n) => `Kode akses laporan ${n} diganti. Bukan Anda? Segera minta kode baru.`,
    'access-code-lost': (n) => `Kode akses baru laporan ${n}, berlaku 1 jam:`,
  },
  quoting: (n, by) => `Laporan ${n}${by ? `, ${by}` : ''}.`,
  command: (template, kind, code) => {
    if (template === 'report-asks-for-data') return `Ketik BALAS ${code} lalu datanya.`;
    if (template === 'report-asks-for-information') return `Ketik BALAS ${code} lalu jawaban Anda.`;
    if (template === 'report-message') return `Ketik BALAS ${code} lalu pesan Anda.`;
    if (template === 'report-closing-soon') return `Ketik BELUM ${code} bila belum beres.`;
    if (template === 'report-completed') return `Ketik NILAI ${code} 1-5, atau BELUM ${code}.`;
    if (template === 'report-answered' && kind === 'RESULT')
      return `Ketik TUTUP ${code} bila beres, BELUM ${code} bila belum.`;
    return `Ketik STATUS ${code}.`;
  },
};

const english: ShortWords = {
  sentences: {
    'report-received': (n) => `Report ${n} has arrived. It is checked within 3 working days.`,
    'report-routed': (n, { organisationName }) =>
      `Report ${n} was passed on to ${organisationName ?? 'the agency in charge'}.`,
    'report-answered': (n, { kind, organisationName }) =>
      `Report ${n}: there is ${englishAnswers[kind ?? ''] ?? 'an answer'}${BY(organisationName, 'from')}.`,
    'report-completed': (n) =>
      `Report ${n} is completed. Not settled? It can be opened again within 14 days.`,
    'report-asks-for-data': (n) => `Report ${n} lacks details. Add them within 30 days.`,
    'report-asks-for-information': (n, { organisationName }) =>
      `Report ${n}: there is a question${BY(organisationName, 'from')}.`,
    'report-archived': (n) => `Report ${n} was archived. You can object within 14 days.`,
    'report-closing-soon': (n) => `Report ${n} closes soon.`,
    'report-identity-read': (n, { organisationName }) =>
      `Report ${n}: an officer${BY(organisationName, 'of')} read your identity. Time and reason are on record.`,
    'report-withheld': (n) => `Report ${n} is not published yet. It is handled all the same.`,
    'report-redacted': (n) => `Report ${n}: something was taken out before it is published.`,
    'report-file-sealed': (n) => `Report ${n}: a file was harmful and is sealed.`,
    'report-linked': (n) => `Report ${n} is handled together with a similar one.`,
    'master-answered': (n) => `Report ${n}: a similar report was answered.`,
    'master-ended': (n) => `Report ${n}: a similar report has ended.`,
    'report-message': (n, { organisationName }) =>
      `Report ${n}: there is a message for you${BY(organisationName, 'from')}.`,
    'access-code-renewed': (n) => `The code of report ${n} was replaced. Not by you? Ask for a new one.`,
    'access-code-lost': (n) => `New code for report ${n}, valid one hour:`,
  },
  quoting: (n, by) => `Report ${n}${by ? `, ${by}` : ''}.`,
  command: (template, kind, code) => {
    if (template === 'report-asks-for-data') return `Send BALAS ${code} and the details.`;
    if (template === 'report-asks-for-information') return `Send BALAS ${code} and your answer.`;
    if (template === 'report-message') return `Send BALAS ${code} and your message.`;
    if (template === 'report-closing-soon') return `Send BELUM ${code} if it is not settled.`;
    if (template === 'report-completed') return `Send NILAI ${code} 1-5, or BELUM ${code}.`;
    if (template === 'report-answered' && kind === 'RESULT')
      return `Send TUTUP ${code} if it is settled, BELUM ${code} if not.`;
    return `Send STATUS ${code}.`;
  },
};

export const SHORT_WORDS: Readonly<Record<Language, ShortWords>> = { id: indonesian, en: english };
