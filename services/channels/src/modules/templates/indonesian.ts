import { accountWordsIndonesian } from './account-words-indonesian.ts';
import { words } from '@lapor/wording/id';
import { longDay } from './days.ts';
import { digestWords, type DigestPhrases } from './digest-words.ts';
import type { Phrasebook } from './template.ts';

const day = (value: string | undefined) => longDay(value, 'id');

const ANSWERS: Readonly<Record<string, string>> = {
  ACKNOWLEDGED: 'mengabarkan bahwa laporan Anda sudah mereka terima',
  PLANNED: 'menyampaikan rencana penanganan',
  RESULT: 'menyampaikan hasil penanganan',
  OBSTACLE: 'menyampaikan kendala penanganan',
  CORRECTED: 'memperbaiki jawabannya',
};

const FOLLOWED: Readonly<Record<string, string>> = {
  DISPOSED: 'Diteruskan kepada {instansi}',
  PLANNED: 'Ada rencana penanganan dari {instansi}',
  RESULT: 'Ada hasil penanganan dari {instansi}',
  OBSTACLE: 'Ada kendala penanganan dari {instansi}',
  COMPLETED: 'Dinyatakan selesai',
  DISPUTED: 'Dibuka kembali oleh pelapor',
  ARCHIVED: 'Diarsipkan',
};

const ARCHIVED: Readonly<Record<string, string>> = {
  NOT_COMPLETED: 'Data yang diminta belum dilengkapi.',
  DUPLICATE: 'Masalah yang sama sudah dilaporkan.',
  REFERRED_OUTSIDE: 'Masalah ini di luar pelayanan publik; alamat yang tepat ada di halaman laporan.',
  HATE_OR_HOAX: 'Isinya dinilai sebagai ujaran kebencian atau kabar bohong.',
  SPAM: 'Isinya dinilai bukan laporan.',
  WITHDRAWN: 'Anda mencabut laporan ini.',
};

const DIGEST: DigestPhrases = {
  shared: words,
  subject: (counts) => `Pengingat tenggat: ${counts}`,
  count: {
    BREACH: (count) => `${count} lewat tenggat`,
    LAST_DAY: (count) => `${count} hari terakhir`,
    HALF: (count) => `${count} setengah waktu`,
  },
  heading: {
    BREACH: 'Lewat tenggat',
    LAST_DAY: 'Hari terakhir',
    HALF: 'Setengah waktu sudah lewat',
  },
  opening: (on) => `Tenggat yang menunggu Anda atau unit Anda pada ${on}:`,
  until: (on) => `sampai ${on}`,
  more: (count) => `${count} laporan lain`,
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
  'report-withheld': ({ number }) => ({
    subject: `Laporan ${number} belum tampil untuk publik`,
    paragraphs: [
      `Laporan Anda dengan nomor ${number} untuk sementara tidak tampil untuk publik. Penanganannya berjalan terus.`,
      'Alasannya tertulis di halaman laporan. Admin nasional memutuskan dalam 3 hari kerja.',
    ],
  }),
  'report-redacted': ({ number }) => ({
    subject: `Laporan ${number}: ada bagian yang disamarkan`,
    paragraphs: [
      `Sebagian isi atau foto laporan Anda dengan nomor ${number} disamarkan dari publik.`,
      'Alasannya tertulis di halaman laporan. Isi yang asli tetap tersimpan tertutup.',
    ],
  }),
  'report-file-sealed': ({ number, sentBy }) => ({
    subject: `Laporan ${number}: ada berkas yang berbahaya`,
    paragraphs: [
      sentBy === 'AGENCY'
        ? `Dalam berkas dari instansi pada laporan Anda nomor ${number} ditemukan sesuatu yang berbahaya, misalnya virus. Berkas itu kami tutup: tidak ada yang bisa membukanya lagi.`
        : `Dalam berkas yang Anda kirim untuk laporan nomor ${number} ditemukan sesuatu yang berbahaya, misalnya virus. Berkas itu kami tutup: tidak ada yang bisa membukanya lagi. Laporan Anda tetap ditangani.`,
      sentBy === 'AGENCY'
        ? 'Berkas yang mana, ada di halaman laporan. Kalau Anda sudah mengunduhnya, hapuslah.'
        : 'Berkas yang mana, ada di halaman laporan. Periksalah ponsel atau komputer Anda. Kalau berkas itu penting, kirimlah yang bersih lewat halaman laporan.',
    ],
  }),
  'report-message': ({ number, organisationName }) => ({
    subject: `Laporan ${number}: ada pesan untuk Anda`,
    paragraphs: [
      `${organisationName ?? 'Petugas'} menulis pesan pribadi kepada Anda tentang laporan nomor ${number}. Publik tidak melihatnya, dan petugas tidak melihat alamat Anda.`,
      'Bacalah dan balaslah di halaman laporan.',
    ],
  }),
  'access-code-lost': ({ number }) => ({
    subject: `Laporan ${number}: kode akses baru`,
    paragraphs: [
      `Kami menerima permintaan kode akses baru untuk laporan Anda dengan nomor ${number}.`,
      'Tautan di bawah ini berlaku satu jam. Begitu kode baru dibuat, yang lama tidak berlaku lagi.',
      'Kalau Anda tidak memintanya, abaikan pesan ini: kode Anda tetap berlaku.',
    ],
  }),
  'access-code-renewed': ({ number }) => ({
    subject: `Laporan ${number}: kode akses diganti`,
    paragraphs: [
      `Kode akses laporan Anda dengan nomor ${number} baru saja diganti. Kode yang lama tidak berlaku lagi.`,
      'Kalau bukan Anda yang menggantinya, segera minta kode baru di halaman lacak laporan.',
    ],
  }),
  'report-linked': ({ number, reasonCode }) => ({
    subject: `Laporan ${number} digabung dengan laporan serupa`,
    paragraphs: [
      `Laporan Anda dengan nomor ${number} membahas hal yang sama dengan laporan lain, jadi keduanya ditangani bersama. Kami kabari bila ada jawaban.`,
      reasonCode === 'DUPLICATE'
        ? 'Alasannya tertulis di halaman laporan. Kalau menurut Anda halnya berbeda, ajukan keberatan dalam 14 hari.'
        : 'Alasannya tertulis di halaman laporan.',
    ],
  }),
  'master-answered': ({ number, kind, organisationName, masterNumber }) => ({
    subject: `Laporan ${number}: ada jawaban atas laporan serupa`,
    paragraphs: [
      `${organisationName ?? 'Instansi'} ${ANSWERS[kind ?? ''] ?? 'menjawab'} pada laporan${masterNumber ? ` ${masterNumber}` : ''} yang serupa dengan laporan Anda nomor ${number}.`,
    ],
  }),
  'master-ended': ({ number, masterNumber }) => ({
    subject: `Laporan ${number}: laporan serupa sudah selesai`,
    paragraphs: [
      `Laporan${masterNumber ? ` ${masterNumber}` : ''} yang serupa dengan laporan Anda nomor ${number} dinyatakan selesai.`,
      'Kalau masalah Anda belum beres, Anda bisa melapor lagi.',
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
  'officer-mentioned': ({ number }) => ({
    subject: `Anda disebut dalam catatan laporan ${number}`,
    paragraphs: [
      `Rekan Anda menyebut Anda dalam catatan internal laporan nomor ${number}.`,
      'Catatannya hanya dapat dibaca di halaman laporan, setelah Anda masuk.',
    ],
  }),
  'webhook-disabled': ({ label, host, reason }) => ({
    subject: `Webhook ${label ?? ''} dihentikan`.replace('  ', ' '),
    paragraphs: [
      reason === 'GONE'
        ? `Webhook "${label ?? ''}" ke ${host ?? ''} dihentikan karena penerimanya menjawab 410: alamat itu tidak dipakai lagi.`
        : `Webhook "${label ?? ''}" ke ${host ?? ''} dihentikan karena lima hari tidak ada satu pesan pun yang diterima.`,
      'Sejak sekarang tidak ada yang dikirim ke sana. Setelah penerimanya diperbaiki, aktifkan lagi webhook itu di konsol; pesan yang gagal dapat dikirim ulang dari catatannya.',
    ],
  }),
  'oversight-letter': ({ number, letterNumber, headTitle }) => ({
    subject: `Surat Ombudsman ${letterNumber} tentang laporan ${number}`,
    paragraphs: [
      `Yth. ${headTitle ?? 'Pimpinan'},`,
      `Terlampir surat Ombudsman nomor ${letterNumber} tentang laporan masyarakat nomor ${number} yang belum ditindaklanjuti.`,
      'Surat dapat dijawab di konsol instansi, atau dengan surat yang menyebut nomor di atas.',
    ],
  }),
  'answer-waiting': ({ number }) => ({
    subject: `Jawaban laporan ${number} menunggu persetujuan Anda`,
    paragraphs: [
      `Ada jawaban untuk laporan nomor ${number} yang baru dikirim setelah disetujui.`,
      'Jawabannya hanya dapat dibaca dan disetujui di halaman laporan, setelah Anda masuk.',
    ],
  }),
  'warning-digest': (facts) => digestWords(DIGEST, facts),
  ...accountWordsIndonesian,
  follow: 'Lihat laporan Anda:',
  followInvitation: 'Terima undangan:',
  'followed-report-changed': ({ number, kind, organisationName }) => ({
    subject: `Laporan ${number} yang Anda ikuti: ada kabar`,
    paragraphs: [
      `${FOLLOWED[kind ?? '']?.replace('{instansi}', organisationName ?? 'instansi') ?? 'Ada perkembangan'} (laporan nomor ${number}).`,
    ],
  }),
  'followed-area-news': ({ count, areaName, categoryName }) => ({
    subject: `${count ?? 'Ada'} laporan baru di ${areaName ?? 'wilayah yang Anda ikuti'}`,
    paragraphs: [
      `${count ?? 'Ada'} laporan${categoryName ? ` tentang ${categoryName}` : ''} baru terbit di ${areaName ?? 'wilayah'} yang Anda ikuti.`,
    ],
  }),
  followAsOfficer: 'Buka laporan:',
  openList: 'Buka daftarnya:',
  seeFollowed: 'Lihat selengkapnya:',
  unfollow: 'Tidak mau mengikuti lagi?',
  followNewCode: 'Buat kode akses baru:',
  unsubscribe: 'Tidak mau menerima kabar tentang laporan ini lagi?',
  followHandOver: 'Baca dan jawab laporan:',
  ending:
    'SP4N-LAPOR!\nPesan ini dikirim otomatis. Kode akses laporan tidak pernah kami kirim atau tanyakan.',
};
