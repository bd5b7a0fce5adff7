import { expect } from '@playwright/test';
import { filedReport } from './people/filed-report.ts';
import { test } from './people/journey.ts';
import { officer } from './people/officer.ts';
import { publishedReports } from './people/published-report.ts';
import { PLATFORM_URL } from '../platform/addresses.ts';
import { tellFigures } from '../pages/figures.ts';
import { figuresOf, withLighthouse, type Cookies, type Look } from '../pages/lighthouse.ts';

/** Once, for what is judged; the command that measures looks more often. */
const LOOKS = Number(process.env['LIGHTHOUSE_LOOKS'] ?? 1);

test(
  'Lighthouse at a desk gives 100 for accessibility and best practices on the pages that officers work on',
  { tag: '@measures' },
  async ({ browser }) => {
    test.setTimeout(240_000 * LOOKS);
    const reports = await publishedReports(browser, [
      'Papan nama halte terlepas',
      'Pohon tumbang menutup trotoar',
      'Antrean pendaftaran rumah sakit sampai ke jalan',
      'Air keruh di perumahan sejak hujan',
    ]);
    for (const place of ['Pauh', 'Nanggalo', 'Kuranji'])
      await filedReport(`Tutup gorong-gorong hilang di ${place}`);
    const report = reports.at(-1)!;
    const cookiesOf = async (email: string): Promise<Cookies> => {
      const page = await officer(browser, email);
      const cookies = await page.context().cookies();
      await page.context().close();
      return cookies;
    };
    const agency = await cookiesOf('diskominfo.padang@contoh.go.id');
    const nation = await cookiesOf('verifikator@contoh.go.id');
    const pages: { page: string; address: string; heading: RegExp; as: Cookies }[] = [
      { page: 'sign-in', address: '/instansi/', heading: /^Masuk/, as: [] },
      { page: 'inbox', address: '/instansi/kotak/terbuka', heading: /^Semua/, as: agency },
      {
        page: 'report',
        address: `/instansi/laporan/${report.number}`,
        heading: new RegExp(`^${report.title}`),
        as: agency,
      },
      { page: 'unit view', address: '/instansi/kinerja', heading: /^Kinerja unit/, as: agency },
      { page: 'verification desk', address: '/admin/verifikasi', heading: /^Meja verifikasi/, as: nation },
      { page: 'situation room', address: '/admin/situasi', heading: /^Ruang situasi/, as: nation },
      { page: 'organisations', address: '/admin/organisasi', heading: /^Organisasi/, as: nation },
    ];
    const rows = await withLighthouse(async ({ atDesk, signInWith, openPage }) => {
      const all = [];
      for (const { page, address, heading, as } of pages) {
        await signInWith(as);
        const seen = await openPage();
        await seen.goto(PLATFORM_URL + address);
        await expect(seen.getByRole('heading', { level: 1, name: heading })).toBeVisible();
        await seen.close();
        const looks: Look[] = [];
        for (let round = 0; round < LOOKS; round++) looks.push(await atDesk(PLATFORM_URL + address));
        for (const { faults, accessibility, bestPractices } of looks)
          expect.soft({ accessibility, bestPractices, faults }, page).toEqual({
            accessibility: 100,
            bestPractices: 100,
            faults: [],
          });
        all.push(figuresOf(page, looks));
      }
      return all;
    });
    await tellFigures('lighthouse of the consoles', rows);
  },
);
