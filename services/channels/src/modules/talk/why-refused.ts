import type { RefusedFile } from '../door/index.ts';

/** Codes of the platform's uploads, of providers, and of doors. */
const WHY: Readonly<Record<string, string>> = {
  TOO_LARGE: 'terlalu besar; foto dan PDF paling besar 10 MB, suara 20 MB',
  UNSUPPORTED_TYPE: 'jenisnya tidak kami terima; kirim foto, PDF, video, atau rekaman suara',
  UNREADABLE: 'rusak atau tidak bisa dibuka',
  TOO_LONG: 'terlalu panjang; video paling lama 60 detik',
  TOO_MANY_PIXELS: 'terlalu besar; kirim foto dengan ukuran lebih kecil',
  ACTIVE_CONTENT: 'PDF-nya berisi program; kirim sebagai foto',
  INFECTED: 'mengandung program berbahaya',
  EMPTY: 'kosong',
  GONE: 'sudah tidak ada di aplikasi pengirim',
  NOT_HAD: 'tidak berhasil kami ambil',
  TOO_MANY: 'sebuah laporan memuat lima berkas',
  NO_VIDEO: 'video belum bisa kami ambil dari sini',
};

/** Why a file is not taken, for its sender. */
export const whyRefused = ({ reason }: RefusedFile): string =>
  WHY[reason] ?? 'tidak lolos pemeriksaan berkas';
