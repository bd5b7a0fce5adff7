import { devices, expect, type Browser, type Page } from '@playwright/test';
import { test } from './people/journey.ts';
import { publishedReports } from './people/published-report.ts';
import { PLATFORM_URL } from '../platform/addresses.ts';
import { settled } from '../pages/citizen-visits.ts';
import { tellFigures } from '../pages/figures.ts';
import { filesToFile } from '../pages/files-to-file.ts';
import { figuresOf, withLighthouse, type Look } from '../pages/lighthouse.ts';
import { slowDown } from '../pages/slow-phone.ts';
import { measureVitals, vitalsOf } from '../pages/vitals.ts';

const { defaultBrowserType: _, ...phone } = devices['Galaxy S9+'];

/** HTML, scripts and styles, as they travel. */
const FIRST_VISIT_BYTES = 60_000;
/** Three times, for the median of what varies. */
const LOOKS = Number(process.env['LIGHTHOUSE_LOOKS'] ?? 3);

const TEXT = 'Lampu jalan di depan puskesmas padam sejak dua minggu lalu dan warga takut lewat malam hari.';

let pages: { page: string; address: string }[];
test.beforeEach(async ({ browser }) => {
  const reports = await publishedReports(browser, [
    'Papan nama halte terlepas',
    'Pohon tumbang menutup trotoar',
    'Antrean pendaftaran rumah sakit sampai ke jalan',
    'Air keruh di perumahan sejak hujan',
    'Tutup gorong-gorong hilang di tikungan',
    'Jadwal angkutan sekolah tidak ditepati',
  ]);
  pages = [
    { page: 'home', address: '/' },
    { page: 'file', address: '/lapor' },
    { page: 'list', address: '/laporan' },
    { page: 'report', address: `/laporan/${reports.at(-1)!.number}` },
  ];
});

/** Somebody's first visit: nothing is on the phone yet, and what the worker keeps for later is not waited for. */
async function firstVisit(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    ...phone,
    viewport: { width: 360, height: 740 },
    serviceWorkers: 'block',
  });
  return context.newPage();
}

test('a report can be filed with nothing but the files whose bytes are counted', async ({ browser }) => {
  const counted = await filesToFile();
  const page = await firstVisit(browser);
  const fetched = new Map<string, number>();
  page.on('requestfinished', async (request) => {
    const { pathname } = new URL(request.url());
    const isCounted = counted.has(pathname) || request.resourceType() === 'document';
    const { responseBodySize } = await request.sizes();
    if (isCounted && responseBodySize > 0) fetched.set(pathname, responseBodySize);
  });
  // Suggestions, the map and news of the device may come or not.
  let leftOut = 0;
  await page.route('/assets/**', (route) => {
    if (counted.has(new URL(route.request().url()).pathname)) return route.fallback();
    leftOut += 1;
    return route.abort();
  });
  await page.goto('/lapor');
  await page.getByLabel('Apa yang terjadi?').fill(TEXT);
  await page.getByRole('button', { name: 'Lanjut: di mana dan kapan' }).click();
  await page.getByRole('combobox', { name: 'Kecamatan, kabupaten, atau kota' }).fill('Kuranji');
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Lanjut: foto dan kontak' }).click();
  await page.getByLabel('Surel (email)').fill('warga@contoh.id');
  await page.getByRole('button', { name: 'Lanjut: periksa' }).click();
  await page.getByRole('button', { name: 'Kirim laporan' }).click();
  await expect(page.locator('.bignum')).toHaveCount(2);
  expect(leftOut).toBeGreaterThan(0);
  const bytes = [...fetched.values()].reduce((sum, each) => sum + each, 0);
  await tellFigures('first visit', [{ files: fetched.size, bytes }]);
  expect(bytes).toBeLessThanOrEqual(FIRST_VISIT_BYTES);
});

test(
  'Lighthouse on a phone gives 100 for accessibility and best practices on home, file, list and report',
  { tag: '@measures' },
  async () => {
    test.setTimeout(120_000 * LOOKS);
    const rows = await withLighthouse(async ({ onPhone }) => {
      const all = [];
      for (const { page, address } of pages) {
        const looks: Look[] = [];
        for (let round = 0; round < LOOKS; round++) looks.push(await onPhone(PLATFORM_URL + address));
        for (const { faults, accessibility, bestPractices } of looks)
          expect({ accessibility, bestPractices, faults }, page).toEqual({
            accessibility: 100,
            bestPractices: 100,
            faults: [],
          });
        all.push(figuresOf(page, looks));
      }
      return all;
    });
    await tellFigures('lighthouse', rows);
  },
);

/** Touches that people make first on each page. */
const TOUCHES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async home(page) {
    await page.getByRole('button', { name: 'Buka menu' }).tap();
    await page.getByRole('button', { name: 'Tutup menu' }).tap();
    await page.getByRole('button', { name: /^EN/ }).tap();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  },
  async file(page) {
    await page.getByLabel('Apa yang terjadi?').tap();
    await page.keyboard.type('Lampu jalan di depan puskesmas padam', { delay: 30 });
    await page.getByRole('button', { name: 'Lanjut: di mana dan kapan' }).tap();
    await expect(page.getByRole('heading', { level: 1, name: 'Di mana dan kapan?' })).toBeVisible();
  },
  async list(page) {
    await page.getByRole('button', { name: 'Saringan', exact: true }).tap();
    await page.getByLabel('Cari', { exact: true }).tap();
    await page.keyboard.type('lampu', { delay: 30 });
    await page.getByRole('link', { name: 'Peta' }).first().tap();
    await expect(page).toHaveURL(/tampilan=peta/);
  },
  async report(page) {
    await page.getByRole('button', { name: 'Buka menu' }).tap();
    await page.getByRole('button', { name: 'Tutup menu' }).tap();
    await page.locator('main summary, main button').first().tap();
  },
};

test(
  'on slow 4G, with a phone four times slower than this machine, nothing jumps',
  { tag: '@measures' },
  async ({ browser }) => {
    const rows = [];
    for (const { page: name, address } of pages) {
      const page = await firstVisit(browser);
      await measureVitals(page);
      await slowDown(page);
      await page.goto(address);
      await settled(page);
      const { largestPaint, shift, shifted } = await vitalsOf(page);
      await TOUCHES[name]!(page);
      const { slowestAnswer } = await vitalsOf(page);
      rows.push({
        page: name,
        'LCP ms': Math.round(largestPaint),
        'INP ms': slowestAnswer,
        CLS: Number(shift.toFixed(4)),
      });
      expect.soft({ shift: Number(shift.toFixed(3)), shifted }, name).toEqual({ shift: 0, shifted: null });
      await page.context().close();
    }
    await tellFigures('slow network', rows);
  },
);
