import { words as basic } from './id-basic.ts';
import type { DayUnit, HistoryFacts, HistoryKind, Words } from './words.ts';

const archiveCodes: Words['archiveCodes'] = {
  NOT_COMPLETED: 'data tidak dilengkapi',
  DUPLICATE: 'sama dengan laporan lain',
  REFERRED_OUTSIDE: 'di luar layanan publik',
  HATE_OR_HOAX: 'ujaran kebencian atau kabar bohong',
  SPAM: 'bukan laporan',
  WITHDRAWN: 'ditarik pelapor',
};

const returnReasons: Words['returnReasons'] = {
  NOT_OUR_TASK: 'bukan tugas kami',
  OTHER_REGION: 'wilayah lain',
  OTHER_LEVEL: 'wewenang tingkat pemerintahan lain',
  UNIT_MERGED: 'unit sudah digabung',
  OTHER: 'alasan lain',
};

const resultOutcomes: Words['resultOutcomes'] = {
  SOLVED: 'selesai ditangani',
  PARTLY_SOLVED: 'selesai sebagian',
  CANNOT_BE_SOLVED: 'tidak dapat diselesaikan',
};

const obstacleReasons: Words['obstacleReasons'] = {
  BUDGET: 'anggaran belum ada',
  AUTHORITY: 'menunggu izin atau keputusan pihak lain',
  WEATHER: 'cuaca atau bencana',
  MATERIAL: 'bahan, alat, atau tenaga kurang',
  WAITING_FOR_OTHERS: 'menunggu pekerjaan pihak lain',
  LEGAL: 'aturan atau sengketa hukum',
  OTHER: 'alasan lain',
};

const closings: Record<string, string> = {
  AUTOMATIC: 'Ditutup sendiri: 10 hari kerja tanpa tanggapan',
  CONFIRMED: 'Selesai',
  NATIONAL_ADMIN: 'Ditutup oleh admin nasional',
  WITH_MASTER: 'Selesai bersama laporan serupa',
};

const actor = ({ actorKind, toReporter, organisation }: HistoryFacts) =>
  actorKind === 'CITIZEN' ? (toReporter ? 'Anda' : 'Pelapor') : (organisation ?? 'Admin nasional');
const because = (reason: string | undefined) => (reason ? `: ${reason}` : '');
const lookUp = (table: Record<string, string>, code: string | null | undefined) =>
  code ? table[code] : undefined;

const reassignments: Record<string, string> = {
  MERGED: 'karena penggabungan',
  MOVED: 'karena perpindahan unit',
  RETIRED: 'karena unit dihapus',
  UNSTAFFED: 'karena belum ada petugas',
  RIGHT_ENDED: 'karena instansi itu tidak lagi memverifikasi laporannya sendiri',
};
const handOverEnds: Record<string, string> = {
  STAFFED: 'petugasnya sudah ada',
  EXPIRED: 'batas waktunya lewat',
  REVOKED: 'tautannya dicabut',
};
/** Whose answer it is, when a stand-in gives it. */
const onBehalf = ({ toOrganisation }: HistoryFacts) => (toOrganisation ? ` untuk ${toOrganisation}` : '');

const countOf = (days: number, unit: DayUnit) => `${days} ${unit === 'WORKING' ? 'hari kerja' : 'hari'}`;

const sentences: Record<HistoryKind, (facts: HistoryFacts) => string> = {
  SUBMITTED: () => 'Laporan kami terima',
  COMPLETED_DATA: (facts) => `${actor(facts)} melengkapi data`,
  VERIFIED: () => 'Laporan sudah diperiksa',
  POSTPONED: ({ toReporter }) => (toReporter ? 'Kami butuh data dari Anda' : 'Menunggu data dari pelapor'),
  ARCHIVED: ({ reasonCode }) => `Laporan diarsipkan${because(lookUp(archiveCodes, reasonCode))}`,
  APPEALED: (facts) => `${actor(facts)} mengajukan keberatan`,
  RECLASSIFIED: () => 'Golongan laporan diubah',
  DISPOSED: ({ toOrganisation }) =>
    toOrganisation ? `Diteruskan ke ${toOrganisation}` : 'Diteruskan ke instansi',
  CO_HANDLERS_CHANGED: (facts) =>
    facts.reasonCode
      ? `${actor(facts)} mengembalikan bagiannya${because(lookUp(returnReasons, facts.reasonCode))}`
      : 'Unit yang ikut menangani berubah',
  LEAD_CHANGED: ({ toOrganisation }) => `Penanggung jawab sekarang ${toOrganisation ?? 'unit lain'}`,
  RETURNED: (facts) =>
    `${actor(facts)} mengembalikan laporan${because(lookUp(returnReasons, facts.reasonCode))}`,
  ACKNOWLEDGED: (facts) => `${actor(facts)} sudah menerima laporan${onBehalf(facts)}`,
  PLANNED: (facts) => `Rencana dari ${actor(facts)}${onBehalf(facts)}`,
  RESULT: (facts) =>
    `Hasil dari ${actor(facts)}${onBehalf(facts)}${because(lookUp(resultOutcomes, facts.reasonCode))}`,
  OBSTACLE: (facts) =>
    `Kendala dari ${actor(facts)}${onBehalf(facts)}${because(lookUp(obstacleReasons, facts.reasonCode))}`,
  CORRECTED: (facts) => `${actor(facts)} memperbaiki jawabannya`,
  ANSWER_PROPOSED: () => 'Jawaban menunggu persetujuan',
  ANSWER_REJECTED: () => 'Jawaban dikembalikan untuk diperbaiki',
  REPLIED: (facts) => `${actor(facts)} membalas`,
  INFORMATION_REQUESTED: (facts) => `${actor(facts)} bertanya`,
  CLOSING_PROPOSED: (facts) => `${actor(facts)} mengusulkan laporan ditutup`,
  CONFIRMED: (facts) => `${actor(facts)} menyatakan sudah beres`,
  COMPLETED: ({ reasonCode }) => lookUp(closings, reasonCode) ?? 'Selesai',
  DISPUTED: (facts) => `${actor(facts)} menyatakan belum beres`,
  RATED: (facts) => `${actor(facts)} memberi nilai`,
  WITHDRAWN: (facts) => `${actor(facts)} menarik laporan`,
  FLAGGED: () => 'Perlindungan ditambahkan',
  FLAG_REMOVED: (facts) => `${actor(facts)} membuka perlindungan`,
  IDENTITY_REVEALED: (facts) => `${actor(facts)} membuka identitas ${facts.toReporter ? 'Anda' : 'pelapor'}`,
  PUBLISHED: () => 'Laporan tampil untuk publik',
  WITHHELD: () => 'Laporan tidak tampil untuk publik',
  MARKED_DUPLICATE: () => 'Digabung dengan laporan serupa',
  UNMARKED_DUPLICATE: ({ reasonCode }) =>
    reasonCode === 'MASTER_ENDED'
      ? 'Dilepas dari laporan serupa, karena laporan itu tidak ditangani'
      : 'Dilepas dari laporan serupa',
  REDACTED: () => 'Data pribadi disamarkan',
  REASSIGNED: ({ organisation, toOrganisation, reasonCode }) =>
    [
      `Dialihkan ${organisation && organisation !== toOrganisation ? `dari ${organisation} ` : ''}ke ${toOrganisation ?? 'admin nasional'}`,
      lookUp(reassignments, reasonCode),
    ]
      .filter(Boolean)
      .join(' '),
  HANDED_OVER: ({ toOrganisation }) =>
    `Diserahkan kepada pimpinan ${toOrganisation ?? 'instansi'} karena belum terhubung`,
  HAND_OVER_ENDED: ({ toOrganisation, reasonCode }) =>
    `Penyerahan kepada pimpinan ${toOrganisation ?? 'instansi'} berakhir${because(lookUp(handOverEnds, reasonCode))}`,
  MESSAGE: ({ actorKind, organisation, toReporter }) => {
    if (actorKind === 'CITIZEN') return toReporter ? 'Pesan pribadi dari Anda' : 'Pesan pribadi pelapor';
    return `Pesan pribadi dari ${organisation ?? 'admin nasional'}`;
  },
};

export const words: Words = {
  ...basic,
  classes: {
    INFORMATION_REQUEST: 'Permintaan informasi',
    ASPIRATION: 'Aspirasi',
    GRIEVANCE: 'Keluhan',
    DISPUTE_WITHOUT_INSPECTION: 'Sengketa atau pelanggaran, tanpa pemeriksaan lapangan',
    DISPUTE_WITH_INSPECTION: 'Sengketa atau pelanggaran, dengan pemeriksaan lapangan',
  },
  channels: {
    WEB: 'Situs web',
    ANDROID: 'Aplikasi Android',
    IOS: 'Aplikasi iOS',
    SMS: 'SMS',
    X: 'X',
    WHATSAPP: 'WhatsApp',
    EMAIL: 'Surel',
    COUNTER: 'Loket',
    API: 'API',
    FACEBOOK: 'Facebook',
    TELEGRAM: 'Telegram',
  },
  archiveCodes,
  returnReasons,
  resultOutcomes,
  obstacleReasons,
  answerKinds: { ACKNOWLEDGEMENT: 'Tanda terima', PLAN: 'Rencana', RESULT: 'Hasil', OBSTACLE: 'Kendala' },
  clocks: {
    VERIFICATION: 'Pemeriksaan',
    FIRST_RESPONSE: 'Kabar pertama',
    FOLLOW_UP: 'Tindak lanjut pertama',
    RESOLUTION: 'Penyelesaian',
    OUTER_LIMIT: 'Batas akhir',
    REPLY_TURN: 'Jawaban atas pesan',
    OMBUDSMAN: 'Pengawasan Ombudsman',
    AUTO_CLOSE: 'Ditutup sendiri',
    POSTPONEMENT: 'Melengkapi data',
  },
  clocksShort: {
    VERIFICATION: 'pemeriksaan',
    FIRST_RESPONSE: 'kabar pertama',
    FOLLOW_UP: 'tindak lanjut',
    RESOLUTION: 'penyelesaian',
    OUTER_LIMIT: 'batas akhir',
    REPLY_TURN: 'balasan',
    OMBUDSMAN: 'Ombudsman',
    AUTO_CLOSE: 'tutup sendiri',
    POSTPONEMENT: 'data warga',
  },
  clockStatuses: {
    RUNNING: 'Berjalan',
    PAUSED: 'Jeda',
    MET: 'Tepat waktu',
    MISSED: 'Lewat tenggat',
    CANCELLED: 'Tidak berlaku lagi',
  },
  handOverStates: {
    WAITING: 'Sedang dikirim',
    SENT: 'Terkirim ke pimpinan',
    LETTER_NEEDED: 'Perlu surat',
    OPENED: 'Sudah dibuka pimpinan',
    ANSWERED: 'Sudah dijawab pimpinan',
    EXPIRED: 'Lewat batas waktu',
    REVOKED: 'Dicabut',
    ENDED: 'Berakhir',
  },
  pauses: {
    POSTPONED: 'menunggu data pelapor',
    INFORMATION_REQUESTED: 'menunggu jawaban pelapor',
    RESULT: 'hasil sudah disampaikan',
    RETURNED: 'laporan dikembalikan',
    CLOSED: 'laporan ditutup',
  },
  weekdays: ['Sn', 'Sl', 'R', 'K', 'J', 'Sb', 'M'],
  weekend: 'akhir pekan',
  overdue: 'Terlambat',
  daysLeft: (days, unit) => `${countOf(days, unit)} lagi`,
  overdueBy: (days, unit) => `Terlambat ${countOf(days, unit)}`,
  workingDays: (days) => `${days} hari kerja`,
  calendarDays: (days) => `${days} hari`,
  history: (facts) => sentences[facts.kind](facts),
};
