/** A page of the application, as its address tells. */
export type CitizenRoute =
  | ({ kind: 'fixed'; path: string } & FixedPage)
  | { kind: 'report'; path: string; number: string }
  | { kind: 'organisation'; path: string; id: string }
  | { kind: 'unknown' };

interface FixedPage {
  title: string;
  description: string;
  isIndexed: boolean;
  /** Area of the messages of a page to read. */
  area?: string | undefined;
}

const ABOUT = 'Laporkan masalah layanan publik tanpa akun, ikuti setiap langkahnya, dan lihat tenggatnya.';

const fixed = (title: string, description: string = ABOUT, isIndexed = true): FixedPage => ({
  title,
  description,
  isIndexed,
});
const toRead = (area: string, title: string, description: string): FixedPage => ({
  ...fixed(title, description),
  area,
});

/** Titles are Indonesian, the language in which people search and share. */
const FIXED: Readonly<Record<string, FixedPage>> = {
  '/': fixed('LAPOR! – Laporkan masalah layanan publik'),
  '/lapor': fixed('Buat laporan – LAPOR!', 'Ceritakan apa yang terjadi. Tanpa akun, kurang dari dua menit.'),
  '/laporan': fixed(
    'Laporan publik – LAPOR!',
    'Baca laporan masyarakat tentang layanan publik dan lihat bagaimana instansi menanganinya.',
  ),
  '/lacak': fixed('Lacak laporan – LAPOR!', 'Buka laporan Anda dengan nomor laporan dan kode akses.'),
  '/cara-kerja': toRead(
    'how',
    'Cara kerja – LAPOR!',
    'Apa yang terjadi setelah Anda melapor, siapa yang menjawab, dan kapan paling lambat.',
  ),
  '/bantuan': toRead(
    'help',
    'Bantuan – LAPOR!',
    'Jawaban atas pertanyaan tentang melapor dan mengikuti laporan.',
  ),
  '/privasi': toRead('privacy', 'Privasi – LAPOR!', 'Siapa yang dapat melihat data Anda, dan mengapa.'),
  '/istilah': toRead(
    'terms',
    'Istilah – LAPOR!',
    'Arti kata-kata yang dipakai di LAPOR!, dari belum terverifikasi sampai tenggat.',
  ),
  '/aksesibilitas': toRead(
    'access',
    'Aksesibilitas – LAPOR!',
    'Bagaimana situs ini dapat dipakai semua orang, apa yang belum, dan ke mana melaporkan hambatan.',
  ),
  '/kinerja': fixed(
    'Kinerja instansi – LAPOR!',
    'Seberapa cepat dan seberapa baik instansi menangani laporan masyarakat.',
  ),
  '/statistik': fixed(
    'Statistik – LAPOR!',
    'Berapa laporan yang masuk, ditindaklanjuti, dan selesai, menurut waktu, wilayah, dan kategori.',
  ),
  '/moderasi': fixed(
    'Log moderasi – LAPOR!',
    'Apa yang tidak diperlihatkan kepada umum, menurut aturan mana, dan berapa kali.',
  ),
  '/periksa': fixed(
    'Periksa tanda terima – LAPOR!',
    'Periksa keaslian tanda terima LAPOR! di perangkat Anda sendiri, juga tanpa jaringan.',
  ),
  '/status': fixed('Status layanan – LAPOR!', 'Bagian mana dari LAPOR! yang berjalan sekarang.'),
  '/terkirim': fixed('Laporan terkirim – LAPOR!', ABOUT, false),
  '/masuk': fixed('Masuk – LAPOR!', ABOUT, false),
  '/akun': fixed('Laporan saya – LAPOR!', ABOUT, false),
  '/akun/mengikuti': fixed('Yang saya ikuti – LAPOR!', ABOUT, false),
  '/akun/profil': fixed('Profil – LAPOR!', ABOUT, false),
  '/akun/keamanan': fixed('Keamanan akun – LAPOR!', ABOUT, false),
  '/akun/data': fixed('Data saya – LAPOR!', ABOUT, false),
  '/akun/hapus': fixed('Hapus akun – LAPOR!', ABOUT, false),
};

/** Addresses that search engines may know. */
export const INDEXED_PATHS: readonly string[] = Object.keys(FIXED).filter((path) => FIXED[path]!.isIndexed);

/** Steps of the form have addresses of their own, of no use to whoever has not begun. */
const STEP = /^\/lapor\/[a-z-]{1,30}$/;
const REPORT = /^\/laporan\/(\d{8})$/;
/** An agency: which ones there are the graph knows. */
const ORGANISATION = /^\/kinerja\/([\w.~-]{1,120})$/;

/** Which page an address stands for; a slash at the end makes no difference. */
export function routeOf(path: string): CitizenRoute {
  const plain = path.length > 2 && path.endsWith('/') ? path.slice(0, -1) : path;
  if (Object.hasOwn(FIXED, plain)) return { kind: 'fixed', path: plain, ...FIXED[plain]! };
  if (STEP.test(plain)) return { kind: 'fixed', path: plain, ...FIXED['/lapor']!, isIndexed: false };
  const number = REPORT.exec(plain)?.[1];
  if (number) return { kind: 'report', path: plain, number };
  const id = ORGANISATION.exec(plain)?.[1];
  return id ? { kind: 'organisation', path: plain, id } : { kind: 'unknown' };
}
