import { longDay } from './days.ts';
import type { AccountPhrases } from './template.ts';

const day = (value: string | undefined) => longDay(value, 'id');

const CODE = [
  'Kode berlaku 10 menit. Jangan berikan kepada siapa pun, juga tidak kepada petugas.',
  'Kalau Anda tidak memintanya, abaikan pesan ini.',
];

const NOT_YOU =
  'Kalau bukan Anda yang melakukannya, segera atur ulang kata sandi Anda dan, kalau Anda petugas, beri tahu admin instansi Anda.';

const FACTOR_CHANGES: Readonly<Record<string, string>> = {
  TOTP_ADDED: 'Aplikasi autentikator baru dipasang untuk akun Anda.',
  TOTP_REMOVED: 'Aplikasi autentikator akun Anda dilepas.',
  RECOVERY_CODES_RENEWED: 'Kode pemulihan akun Anda dibuat baru; yang lama tidak berlaku lagi.',
  AGENCY_SIGN_IN_TIED: 'Sistem masuk milik instansi Anda dipakai untuk akun Anda untuk pertama kali.',
  PASSKEY_ADDED: 'Kunci sandi (passkey) baru ditambahkan ke akun Anda.',
  PASSKEY_REMOVED: 'Sebuah kunci sandi (passkey) dihapus dari akun Anda.',
};

const invitationEnd = (expiresOn: string | undefined) =>
  `Tautan ini hanya untuk Anda, sekali pakai${day(expiresOn) ? `, dan berlaku sampai ${day(expiresOn)}` : ''}. Jangan teruskan kepada orang lain.`;

/** Messages about an account, in Indonesian. */
export const accountWordsIndonesian: AccountPhrases = {
  'sign-in-code': ({ code }) => ({
    subject: 'Kode masuk SP4N-LAPOR!',
    paragraphs: [`Kode Anda: ${code}`, ...CODE],
  }),
  'password-reset-code': ({ code }) => ({
    subject: 'Kode untuk mengatur ulang kata sandi SP4N-LAPOR!',
    paragraphs: [`Kode Anda: ${code}`, 'Dengan kode ini kata sandi akun Anda bisa diatur ulang.', ...CODE],
  }),
  'account-deletion-code': ({ code }) => ({
    subject: 'Kode untuk menghapus akun SP4N-LAPOR!',
    paragraphs: [
      `Kode Anda: ${code}`,
      'Dengan kode ini akun Anda dihapus untuk selamanya.',
      'Kode berlaku 10 menit. Kalau Anda tidak memintanya, abaikan pesan ini dan gantilah kata sandi Anda.',
    ],
  }),
  'phone-code': ({ code }) => ({
    subject: 'Pesan ke telepon',
    paragraphs: [`LAPOR!: kode Anda ${code}. Berlaku 10 menit. Jangan berikan kepada siapa pun.`],
  }),
  invitation: ({ expiresOn }) => ({
    subject: 'Undangan petugas SP4N-LAPOR!',
    paragraphs: [
      'Anda diundang menjadi petugas SP4N-LAPOR!. Melalui tautan di bawah ini Anda membuat kata sandi dan pengaman kedua.',
      invitationEnd(expiresOn),
    ],
  }),
  'invitation-renewed': ({ expiresOn }) => ({
    subject: 'Tautan baru untuk akun petugas SP4N-LAPOR!',
    paragraphs: [
      'Melalui tautan di bawah ini Anda mengatur ulang kata sandi dan pengaman kedua akun petugas Anda. Sebelum tautan dipakai, tidak ada yang berubah.',
      invitationEnd(expiresOn),
    ],
  }),
  'password-changed': ({ way }) => ({
    subject: 'Kata sandi SP4N-LAPOR! Anda diubah',
    paragraphs: [
      way === 'RESET'
        ? 'Kata sandi akun Anda baru saja diatur ulang dengan kode dari surel. Semua sesi sudah diakhiri.'
        : 'Kata sandi akun Anda baru saja diubah. Sesi di perangkat lain sudah diakhiri.',
      NOT_YOU,
    ],
  }),
  'second-factor-changed': ({ change }) => ({
    subject: 'Cara masuk ke akun SP4N-LAPOR! Anda berubah',
    paragraphs: [FACTOR_CHANGES[change ?? ''] ?? 'Pengaman kedua akun Anda diubah.', NOT_YOU],
  }),
  'address-changing': () => ({
    subject: 'Alamat surel akun SP4N-LAPOR! Anda diganti',
    paragraphs: [
      'Admin instansi Anda memasukkan alamat surel dinas lain untuk akun Anda. Semua sesi sudah diakhiri. Setelah tautan yang dikirim ke alamat baru dipakai, alamat ini tidak dapat dipakai masuk lagi.',
      'Bila Anda tidak tahu tentang ini, segera beri tahu admin instansi Anda atau verifikator nasional.',
    ],
  }),
  'account-deleted': () => ({
    subject: 'Akun SP4N-LAPOR! Anda sudah dihapus',
    paragraphs: [
      'Akun Anda beserta data di dalamnya sudah dihapus. Laporan yang pernah Anda kirim tetap ditangani, tanpa hubungan dengan akun Anda.',
      'Terima kasih telah menggunakan SP4N-LAPOR!.',
    ],
  }),
};
