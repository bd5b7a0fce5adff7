import type { BasicWords } from './words.ts';

export const words: BasicWords = {
  locale: 'id-ID',
  states: {
    SUBMITTED: 'Belum terverifikasi',
    POSTPONED: 'Tertunda',
    DISPOSED: 'Terdisposisi',
    IN_PROGRESS: 'Proses',
    COMPLETED: 'Selesai',
    ARCHIVED: 'Arsip',
  },
  kinds: { COMPLAINT: 'Pengaduan', ASPIRATION: 'Aspirasi', INFORMATION_REQUEST: 'Permintaan informasi' },
  today: 'Hari ini',
  justNow: 'baru saja',
};
