import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';

/** What the visits need: a report that the officer reads. */
export interface ConsoleWorld {
  number: string;
}

type Addresses = (world: ConsoleWorld) => readonly string[];

const itself =
  (path: string): Addresses =>
  () => [path];
/** Nothing is there, or not for the officer: both look the same. */
const NOTHING = '00000000-0000-4000-8000-000000000000';

const AGENCY: Readonly<Record<string, Addresses>> = {
  '/kotak/:bucket': () => ['/kotak/baru', '/kotak/terbuka', '/kotak/semua?cari=naga+terbang'],
  '/catat': itself('/catat'),
  '/kinerja/:id?': itself('/kinerja'),
  '/laporan/:number': ({ number }) => [`/laporan/${number}`, '/laporan/10000001'],
  '/laporan/:number/surat/:organisationId': ({ number }) => [`/laporan/${number}/surat/pemkot-13-71`],
  '/unit/:id?': () => ['/unit', '/unit/opd-13-71-dpupr'],
  '/unit/:id/berkas': itself('/unit/pemkot-13-71/berkas'),
  '/sebutan': itself('/sebutan'),
  '/pola': itself('/pola'),
  '/tugas-lapangan': itself('/tugas-lapangan'),
  '/tugas-lapangan/:id': itself(`/tugas-lapangan/${NOTHING}`),
  '/petugas': itself('/petugas'),
  '/petugas/:id': itself('/petugas/demo-padang-pupr'),
  '/kesiapan/:id?': itself('/kesiapan'),
  '/kategori': itself('/kategori'),
  '/pengganti': itself('/pengganti'),
  '/persetujuan': itself('/persetujuan'),
  '/peringatan': itself('/peringatan'),
  '/pengawasan': itself('/pengawasan'),
  '/pengawasan/:id': itself(`/pengawasan/${NOTHING}`),
  '/log': itself('/log'),
  '/akun': itself('/akun'),
  '/kunci': itself('/kunci'),
  '/masuk-instansi': itself('/masuk-instansi'),
  '*': itself('/tidak-ada'),
};

const NATION: Readonly<Record<string, Addresses>> = {
  '/verifikasi/:number?': itself('/verifikasi'),
  '/pengganti': itself('/pengganti'),
  '/sampah': itself('/sampah'),
  '/ditahan': itself('/ditahan'),
  '/moderasi': itself('/moderasi'),
  '/peringatan': itself('/peringatan'),
  '/laporan/:number': ({ number }) => [`/laporan/${number}`, '/laporan/10000001'],
  '/laporan/:number/surat/:organisationId': ({ number }) => [`/laporan/${number}/surat/pemkot-13-71`],
  // Its other parts are looked at in `situation-room.spec.ts`.
  '/situasi/:part?': itself('/situasi'),
  '/laporan': itself('/laporan'),
  '/organisasi/:id?': () => ['/organisasi', '/organisasi/opd-13-71-dpupr'],
  '/organisasi/:id/berkas': itself('/organisasi/pemkot-13-71/berkas'),
  '/sebutan': itself('/sebutan'),
  '/petugas': itself('/petugas'),
  '/petugas/:id': itself('/petugas/demo-padang-pupr'),
  '/kesiapan/:id?': itself('/kesiapan'),
  '/prioritas': itself('/prioritas'),
  '/prioritas/:id': itself(`/prioritas/${NOTHING}`),
  '/pengawasan': itself('/pengawasan'),
  '/pengawasan/:id': itself(`/pengawasan/${NOTHING}`),
  '/adopsi': itself('/adopsi'),
  '/kategori': itself('/kategori'),
  '/pola': itself('/pola'),
  '/masa-simpan': itself('/masa-simpan'),
  '/data-acuan': itself('/data-acuan'),
  '/log': itself('/log'),
  '/kanal/:part?/:id?': () =>
    ['pesan', 'keadaan', 'templat', 'webhook', 'catatan'].map((part) => `/kanal/${part}`),
  '/kesehatan': itself('/kesehatan'),
  '/akun': itself('/akun'),
  '/kalender': itself('/kalender'),
  '/kebijakan': itself('/kebijakan'),
  '/kunci': itself('/kunci'),
  '/masuk-instansi/:organisationId': itself('/masuk-instansi/pemkot-13-71'),
  '*': itself('/tidak-ada'),
};

/** Pages with more than one question of their own, by console and path: how many, and why. All of them are asked in one round. */
const QUESTIONS: Readonly<Record<keyof typeof CONSOLES, Readonly<Record<string, number>>>> = {
  'web-agency': {},
  'web-admin': {
    // One question, and beside it the change by which the reports to begin with become this officer’s.
    '/verifikasi/:number?': 2,
  },
};

const CONSOLES = {
  'web-agency': { source: 'agency-console.tsx', under: '/instansi', visits: AGENCY },
  'web-admin': { source: 'admin-console.tsx', under: '/admin', visits: NATION },
};

/** Every page of a console, as its router lists them. Fails when the router and this list differ: whoever adds a page says here how to look at it. */
export async function consoleVisits(
  console: keyof typeof CONSOLES,
  world: ConsoleWorld,
): Promise<readonly { address: string; most: number }[]> {
  const { source, under, visits } = CONSOLES[console];
  const code = await readFile(join(import.meta.dirname, '../..', console, 'src/app', source), 'utf8');
  const paths = new Set([...code.matchAll(/<Route\s+path="([^"]+)"/g)].map(([, path]) => path!));
  expect(Object.keys(visits).sort(), 'tests/pages/console-visits.ts says how each page is looked at').toEqual(
    [...paths].sort(),
  );
  return Object.entries(visits).flatMap(([path, addresses]) =>
    addresses(world).map((address) => ({
      address: under + address,
      most: QUESTIONS[console][path] ?? 1,
    })),
  );
}

/** Nothing is being fetched any more, and nothing stands in for it. */
export async function consoleSettled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await expect(page.locator('main .skeleton')).toHaveCount(0);
}
