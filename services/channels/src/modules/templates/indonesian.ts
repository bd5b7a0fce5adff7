import { accountWordsIndonesian } from './account-words-indonesian.ts';
import { longDay } from './days.ts';
import type { Phrasebook } from './template.ts';

const day = (value: string | undefined) => longDay(value, 'id');

const ANSWERS: Readonly<Record<string, string>> = {
  ACKNOWLEDGED: 'mengabarkan bahwa laporan Anda sudah mereka terima',
  PLANNED: 'menyampaikan rencana penanganan',
  RESULT: 'menyampaikan hasil penanganan',
  OBSTACLE: 'menyampaikan kendala penanganan',
};

const ARCHIVED: Readonly<Record<string, string>> = {
  NOT_COMPLETED: 'Data yang diminta belum dilengkapi.',
  DUPLICATE: 'Masalah yang sama sudah dilaporkan.',
  REFERRED_OUTSIDE: 'Masalah ini di luar pelayanan publik; alamat yang tepat ada di halaman laporan.',
  HATE_OR_HOAX: 'Isinya dinilai sebagai ujaran kebencian atau kabar bohong.',
  SPAM: 'Isinya dinilai bukan laporan.',
  WITHDRAWN: 'Anda mencabut laporan ini.',
};

export const indonesian: Phrasebook = {
  'report-received': ({ number, dueOn }) => ({
    subject: `Laporan ${number} sudah kami terima`,
    paragraphs: [
      `Laporan Anda dengan nomor ${number} sudah kami terima.`,
      day(dueOn)
        ? `Petugas memeriksanya paling lambat ${day(dueOn)}.`
        : 'Petugas memeriksanya paling lambat dalam 3 hari kerja.',
    ],
  }),
  'report-routed': ({ number, organisationName }) => ({
    subject: `Laporan ${number} sudah diteruskan`,
    paragraphs: [
      `Laporan Anda dengan nomor ${number} sudah diteruskan kepada ${organisationName ?? 'instansi yang berwenang'}.`,
      'Instansi menindaklanjuti paling lambat dalam 5 hari kerja.',
    ],
  }),
  'report-answered': ({ number, organisationName, kind }) => ({
    subject: `Laporan ${number}: ada jawaban`,
    paragraphs: [
      `${organisationName ?? 'Instansi'} ${ANSWERS[kind ?? ''] ?? 'menjawab'} (laporan nomor ${number}).`,
      ...(kind === 'RESULT'
        ? [
            'Kalau belum beres, balaslah di halaman laporan. Tanpa balasan selama 10 hari kerja, laporan ditutup.',
          ]
        : []),
    ],
  }),
  'report-completed': ({ number }) => ({
    subject: `Laporan ${number} selesai`,
    paragraphs: [
      `Laporan Anda dengan nomor ${number} dinyatakan selesai.`,
      'Kalau belum beres, Anda bisa membukanya lagi dalam 14 hari. Anda juga bisa memberi nilai.',
    ],
  }),
  'report-asks-for-data': ({ number, dueOn }) => ({
    subject: `Laporan ${number}: lengkapi data`,
    paragraphs: [
      `Petugas membutuhkan data tambahan untuk laporan Anda dengan nomor ${number}. Yang kurang tertulis di halaman laporan.`,
      day(dueOn)
        ? `Lengkapilah paling lambat ${day(dueOn)}; setelah itu laporan diarsipkan.`
        : 'Lengkapilah dalam 30 hari; setelah itu laporan diarsipkan.',
    ],
  }),
  'report-asks-for-information': ({ number, organisationName }) => ({
    subject: `Laporan ${number}: ada pertanyaan`,
    paragraphs: [
      `${organisationName ?? 'Instansi'} bertanya kepada Anda tentang laporan nomor ${number}.`,
      'Bacalah dan jawablah di halaman laporan, supaya penanganan bisa dilanjutkan.',
    ],
  }),
  'report-archived': ({ number, reasonCode }) => ({
    subject: `Laporan ${number} diarsipkan`,
    paragraphs: [
      `Laporan Anda dengan nomor ${number} diarsipkan. ${ARCHIVED[reasonCode ?? ''] ?? ''}`.trim(),
      ...(reasonCode === 'WITHDRAWN'
        ? []
        : [
            'Alasannya tertulis di halaman laporan. Kalau tidak setuju, Anda bisa mengajukan keberatan dalam 14 hari.',
          ]),
    ],
  }),
  'report-closing-soon': ({ number, closesOn }) => ({
    subject: `Laporan ${number} segera ditutup`,
    paragraphs: [
      `Laporan Anda dengan nomor ${number} ditutup otomatis ${day(closesOn) ? `setelah ${day(closesOn)}` : 'dalam waktu dekat'}.`,
      'Kalau belum beres, balaslah di halaman laporan.',
    ],
  }),
  'report-identity-read': ({ number, organisationName }) => ({
    subject: `Laporan ${number}: identitas Anda dibuka`,
    paragraphs: [
      `Petugas ${organisationName ? `dari ${organisationName} ` : ''}membuka identitas Anda pada laporan nomor ${number}.`,
      'Waktu dan alasannya tercatat; Anda bisa membacanya di halaman laporan.',
    ],
  }),
  'hand-over': ({ number, organisationName, expiresOn, headTitle, headName }) => ({
    subject: `Laporan ${number} menunggu jawaban ${organisationName ?? 'instansi Anda'}`,
    paragraphs: [
      `Yth. ${[headTitle, headName].filter(Boolean).join(', ') || `pimpinan ${organisationName ?? 'instansi'}`}`,
      `Sebuah laporan masyarakat, nomor ${number}, ditujukan kepada ${organisationName ?? 'instansi Anda'}. Karena instansi Anda belum terhubung dengan SP4N-LAPOR!, laporan itu diserahkan kepada Anda.`,
      'Tenggat tindak lanjut berjalan seperti untuk semua instansi: 5 hari kerja. Pelapor tahu bahwa laporannya diserahkan kepada Anda.',
      `Tautan di bawah ini membuka laporan dan lembar jawabannya${day(expiresOn) ? ` sampai ${day(expiresOn)}` : ''}. Siapa pun yang memegangnya bisa menjawab: berikan hanya kepada petugas yang Anda tunjuk.`,
    ],
  }),
  ...accountWordsIndonesian,
  follow: 'Lihat laporan Anda:',
  followInvitation: 'Terima undangan:',
  followHandOver: 'Baca dan jawab laporan:',
  ending:
    'SP4N-LAPOR!\nPesan ini dikirim otomatis. Kode akses laporan tidak pernah kami kirim atau tanyakan.',
};
