import { expect, type Page } from '@playwright/test';
import { PLATFORM_URL } from '../platform/addresses.ts';
import { expectAccessible } from './people/axe.ts';
import { filedReport } from './people/filed-report.ts';
import { test } from './people/journey.ts';
import { officer } from './people/officer.ts';

/** What a person of this role finds in the menu: exactly this, in this order. */
async function expectMenu(page: Page, ...groups: readonly (readonly string[])[]): Promise<void> {
  const links = page
    .getByRole('navigation', { name: /^(Utama|Kotak laporan)$/ })
    .first()
    .getByRole('link');
  await expect(links.first()).toBeVisible();
  const shown = (await links.allInnerTexts()).map((text) => text.replace(/\s*\d+\+?\s*$/, '').trim());
  expect(shown).toEqual(groups.flat());
}
/** Pages that are somebody else's: one sentence in the frame of the own console, and nothing of them. */
async function expectForbidden(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(`${PLATFORM_URL}${path}`);
    await expect(
      page.getByRole('heading', { level: 1, name: 'Halaman tidak ditemukan' }),
      path,
    ).toBeVisible();
    await expect(page.getByRole('navigation', { name: /^(Utama|Kotak laporan)$/ }).first()).toBeVisible();
  }
}
/** The other console: who is signed in, that the posts are elsewhere, and the way there. */
async function expectOtherConsole(page: Page, path: string): Promise<void> {
  await page.goto(PLATFORM_URL + path);
  await expect(page.getByRole('heading', { name: 'Akun ini belum bertugas di sini' })).toBeVisible();
  await expect(page.getByText('Penugasan Anda ada di konsol yang lain.')).toBeVisible();
  await expectAccessible(page, 'the other console');
}
const at = async (page: Page, path: string, heading: string | RegExp) => {
  await page.goto(PLATFORM_URL + path);
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
};

const WATCH = ['Ruang situasi', 'Pengawasan', 'Program prioritas', 'Adopsi dan kesiapan', 'Kesiapan'];
const ALL = ['Organisasi', 'Peta kategori'];
const DESK_ONLY = [
  'verifikasi',
  'peringatan',
  'sampah',
  'petugas',
  'kalender',
  'kebijakan',
  'pola',
  'masa-simpan',
  'data-acuan',
  'log',
  'kanal/pesan',
  'kesehatan',
].map((path) => `/admin/${path}`);

test('a verifier has the desk, the watch and the administration; the console of agencies sends back', async ({
  browser,
}) => {
  const desk = await officer(browser, 'verifikator@contoh.go.id');
  await expect(desk).toHaveURL(/\/admin\/verifikasi/);
  await expectMenu(
    desk,
    [
      'Meja verifikasi',
      'Peringatan',
      'Dugaan sampah',
      'Ditahan dari publik',
      'Unit tanpa petugas',
      'Pesan dan kanal',
    ],
    WATCH,
    ['Organisasi', 'Petugas', 'Peta kategori', 'Kalender', 'Kebijakan tenggat', 'Pola jawaban'],
    ['Masa simpan data', 'Data acuan', 'Catatan audit', 'Log moderasi', 'Kesehatan layanan', 'Kunci API'],
  );
  await expectOtherConsole(desk, '/instansi/');
  await desk.getByRole('link', { name: /Buka/ }).click();
  await expect(desk).toHaveURL(/\/admin\//);
});

test('a monitor of KSP watches everything, names programmes, and administers nothing', async ({
  browser,
}) => {
  const page = await officer(browser, 'ksp@contoh.go.id');
  await expect(page.getByRole('heading', { level: 1, name: 'Ruang situasi' })).toBeVisible();
  await expectMenu(page, [...WATCH, ...ALL]);
  await at(page, '/admin/prioritas', 'Program prioritas');
  await expect(page.getByRole('button', { name: 'Buat program' })).toBeVisible();
  await expectAccessible(page, 'programmes');
  await expectForbidden(page, DESK_ONLY);
});

test('the Ombudsman reads the cases of the country, a regional office those of its provinces', async ({
  browser,
}) => {
  const here = await filedReport('Jalan rusak di Kuranji');
  const there = await filedReport('Lampu padam di Gambir', { regionCode: '31.71' });
  const menu = [...WATCH.filter((entry) => entry !== 'Program prioritas'), ...ALL];
  const national = await officer(browser, 'ombudsman@contoh.go.id');
  await expectMenu(national, menu);
  const office = await officer(browser, 'ombudsman.sumbar@contoh.go.id');
  await expectMenu(office, menu);
  for (const page of [national, office]) {
    await page.goto(`${PLATFORM_URL}/admin/laporan`);
    await expect(page.getByRole('link', { name: here.title })).toBeVisible();
  }
  await expect(national.getByRole('link', { name: there.title })).toBeVisible();
  await expect(office.getByRole('link', { name: there.title })).toHaveCount(0);
  await at(national, `/admin/laporan/${there.number}`, there.title);
  await at(office, `/admin/laporan/${here.number}`, here.title);
  await at(office, `/admin/laporan/${there.number}`, 'Laporan tidak ditemukan');
  await at(office, '/admin/pengawasan', 'Pengawasan');
  await expectAccessible(office, 'oversight of a regional office');
  await expectForbidden(office, [...DESK_ONLY.slice(0, 3), '/admin/prioritas']);
});

test('an analyst of Kemendagri reads figures of local governments, and never a case, a programme or an officer', async ({
  browser,
}) => {
  const page = await officer(browser, 'analis.kemendagri@contoh.go.id');
  await expectMenu(
    page,
    ['Ruang situasi', 'Adopsi dan kesiapan', ...ALL],
    ['Kunci API', 'Tanya data (GraphiQL)'],
  );
  await at(page, '/admin/adopsi', 'Adopsi dan kesiapan');
  const kinds = page.getByRole('table', { name: 'Menurut jenis' }).getByRole('rowheader');
  await expect(kinds).toHaveText(['Provinsi', 'Kabupaten', 'Kota']);
  await at(page, '/admin/situasi', 'Ruang situasi');
  await expect(page.getByText(/Angka dari 1 sampai 4 tidak ditampilkan/)).toBeVisible();
  await expectForbidden(page, [
    ...DESK_ONLY.slice(-3),
    '/admin/pengawasan',
    '/admin/prioritas',
    '/admin/kesiapan',
  ]);
});

const BOXES = ['Baru untuk kami', 'Menunggu kami', 'Menunggu warga', 'Terlambat', 'Semua terbuka', 'Selesai'];
const UNIT = ['Kinerja unit', 'Unit', 'Petugas', 'Kesiapan', 'Peta kategori', 'Pola jawaban'];

test('the head of an agency sees its lateness, its oversight and its letters, and none of another agency', async ({
  browser,
}) => {
  const head = await officer(browser, 'walikota.padang@contoh.go.id');
  await expect(head).toHaveURL(/\/instansi\/kotak\//);
  await expectMenu(
    head,
    [...BOXES, 'Jatuh tempo hari ini', 'Persetujuan', 'Peringatan', 'Diawasi Ombudsman'],
    [...UNIT, 'Catatan audit'],
  );
  await at(head, '/instansi/kinerja', 'Kinerja unit');
  await expect(head.getByText(/^Pemerintah Kota Padang dan semua unit di bawahnya/)).toBeVisible();
  await expectAccessible(head, 'the head’s agency');
  await at(head, '/instansi/kotak/terlambat', 'Terlambat');
  await at(head, '/instansi/peringatan', 'Peringatan');
  await at(head, '/instansi/pengawasan?tahap=surat', /Pengawasan|Ombudsman/);
  await expectForbidden(head, ['/instansi/kinerja/pemkot-13-77', '/instansi/tidak-ada']);
  await expectOtherConsole(head, '/admin/');
});

test('an agency admin has boxes, counter, keys and the own sign-in; its unit has neither log nor keys', async ({
  browser,
}) => {
  const admin = await officer(browser, 'diskominfo.padang@contoh.go.id');
  await expect(admin).toHaveURL(/\/instansi\/kotak\//);
  const work = [...BOXES, 'Jatuh tempo hari ini'];
  const own = ['Peringatan', 'Diawasi Ombudsman', 'Unit tanpa petugas', 'Catat laporan warga'];
  await expectMenu(
    admin,
    [...work, 'Persetujuan', ...own],
    [...UNIT, 'Catatan audit'],
    ['Kunci API', 'Masuk lewat instansi'],
  );
  await expectOtherConsole(admin, '/admin/verifikasi');
  const liaison = await officer(browser, 'pupr.padang@contoh.go.id');
  await expectMenu(liaison, [...work, ...own, ...UNIT]);
  await expectForbidden(liaison, ['/instansi/kinerja/opd-13-02-dpupr', '/instansi/persetujuan']);
});
