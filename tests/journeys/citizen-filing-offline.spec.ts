import { devices, expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { test } from './people/journey.ts';
import { expectAccessible } from './people/axe.ts';
import { aPhoto } from '../pages/photo.ts';

const TEXT = 'Lampu jalan di depan puskesmas padam sejak dua minggu lalu dan warga takut lewat malam hari.';
const OTHER = 'Sampah di pasar pagi tidak diangkut selama sepuluh hari dan baunya sampai ke sekolah.';

/** A cheap phone, whose application is ready for bad networks. */
async function phone(browser: Browser, colorScheme: 'light' | 'dark' = 'light') {
  const context = await browser.newContext({
    ...devices['Galaxy S9+'],
    viewport: { width: 360, height: 740 },
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    colorScheme,
  });
  const page = await context.newPage();
  await page.goto('/');
  await readyForBadNetworks(page);
  return { context, page };
}

/** The worker keeps the files and looks after this page. */
const readyForBadNetworks = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state ?? 'none'))
    .toBe('activated');

async function write(page: Page, text: string) {
  await page.goto('/');
  await page.getByRole('link', { name: 'Buat laporan' }).first().click();
  await expect(page.getByLabel('Apa yang terjadi?')).toHaveValue('');
  await page.getByLabel('Apa yang terjadi?').fill(text);
  await expect(page.getByText('Tersimpan di perangkat ini,')).toBeVisible();
}

/** From the first step to the last; places and photos may be left out. */
async function goToCheck(page: Page, withPhoto = false) {
  await page.getByRole('button', { name: 'Lanjut: di mana dan kapan' }).click();
  await page.getByRole('button', { name: 'Lanjut: foto dan kontak' }).click();
  if (withPhoto) {
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(await aPhoto('IMG_2026.png'));
    await expect(page.getByRole('button', { name: /^Hapus IMG_2026/ })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Lanjut: periksa' }).click();
  await expect(page.getByRole('heading', { name: 'Periksa laporan Anda' })).toBeVisible();
}

const send = (page: Page) => page.getByRole('button', { name: 'Kirim laporan' }).click();
const numberAndCode = async (page: Page) => {
  await expect(page.getByRole('heading', { name: 'Laporan Anda terkirim' })).toBeVisible();
  return page.locator('.bignum').allInnerTexts();
};

/** The answer to the first submission gets lost on its way; gives the numbers that the server gave. */
async function loseFirstAnswer(context: BrowserContext) {
  const given: string[] = [];
  await context.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('"SubmitReport"')) return route.continue();
    const response = await route.fetch();
    const number = /"number":"(\d{8})"/.exec(await response.text())?.[1];
    if (number) given.push(number);
    if (number && given.length === 1) return route.abort('connectionreset');
    return route.fulfill({ response });
  });
  return given;
}

test('the network is gone before sending: it waits, survives a reload, and goes by itself; the code is shown later', async ({
  browser,
}) => {
  const { context, page } = await phone(browser, 'dark');
  await write(page, TEXT);
  await context.setOffline(true);
  await goToCheck(page, true);
  await send(page);
  await expect(page.getByRole('alert')).toContainText('Tidak ada yang hilang');
  await expectAccessible(page, 'waiting for a network, dark');

  await page.reload();
  await expect(page.getByRole('alert')).toContainText('Tidak ada yang hilang');
  await expect(page.getByText(TEXT).first()).toBeVisible();

  // Elsewhere it is listed, and the page itself opens without a network.
  await page.goto('/');
  await expect(page.getByText('Menunggu jaringan. Terkirim sendiri')).toBeVisible();
  await expect(page.getByText('1 berkas')).toBeVisible();
  await expectAccessible(page, 'home with a waiting report, dark');

  await context.setOffline(false);
  await page.getByRole('button', { name: /^Lihat nomor dan kode/ }).click();
  const [number, code] = await numberAndCode(page);
  expect(number).toMatch(/^\d{4} \d{4}$/);
  expect(code).toMatch(/^(\d{4} ){3}\d{4}$/);
  expect(new URL(page.url()).href).toMatch(/\/terkirim$/);
  await expectAccessible(page, 'sent in the background, dark');
  await page.goto('/');
  await expect(page.getByText('Tersimpan di perangkat ini')).toBeHidden();
  await expect(page.getByRole('button', { name: /^Lihat nomor dan kode/ })).toBeHidden();
  await context.close();
});

test('the network breaks in the middle of a submission: the same report answers again', async ({
  browser,
}) => {
  const { context, page } = await phone(browser);
  const given = await loseFirstAnswer(context);
  await write(page, TEXT);
  await goToCheck(page);
  await expectAccessible(page, 'check');
  await send(page);
  await expect(page.getByRole('alert')).toContainText('Tidak ada yang hilang');
  await page.getByRole('button', { name: 'Coba sekarang' }).click();
  const [number] = await numberAndCode(page);
  expect(new Set(given)).toEqual(new Set([number!.replace(/\D/g, '')]));
  expect(given.length).toBeGreaterThan(1);
  await context.unrouteAll({ behavior: 'wait' });
  await context.close();
});

test('two tabs send the same report once, and both show its number', async ({ browser }) => {
  const { context, page } = await phone(browser);
  await write(page, TEXT);
  await goToCheck(page);
  const second = await context.newPage();
  await second.goto('/');
  await second.getByRole('button', { name: /^Lanjutkan/ }).click();
  await expect(second.getByLabel('Apa yang terjadi?')).toHaveValue(TEXT);
  // What is written in one is read in the other, so that neither writes over it.
  await second.getByLabel('Apa yang terjadi?').fill(`${TEXT} Kabelnya putus.`);
  await expect(page.getByText('Kabelnya putus.')).toBeVisible();
  await page.bringToFront();
  await page.getByRole('link', { name: 'Ubah Judul' }).click();
  await expect(page.getByLabel('Judul')).toBeFocused();
  await page.getByLabel('Judul').fill('Lampu puskesmas padam');
  await page.getByRole('button', { name: 'Simpan, kembali ke pemeriksaan' }).click();
  await expect(page.getByRole('heading', { name: 'Periksa laporan Anda' })).toBeVisible();
  await expect(second.getByLabel('Judul')).toHaveValue('Lampu puskesmas padam');
  // Nothing moves in a tab that nobody looks at.
  await second.bringToFront();
  await goToCheck(second);
  for (const tab of [page, second]) {
    await expect(tab.getByText('Kabelnya putus.')).toBeVisible();
    await expect(tab.getByText('Lampu puskesmas padam', { exact: true })).toBeVisible();
  }
  await context.setOffline(true);
  for (const tab of [page, second]) {
    await tab.bringToFront();
    await send(tab);
    await expect(tab.getByRole('alert')).toContainText('Tidak ada yang hilang');
  }
  await context.setOffline(false);
  expect(await numberAndCode(page)).toEqual(await numberAndCode(second));
  await context.close();
});

test('several drafts with photos: listed, continued, deleted, brought back; an earlier version goes on', async ({
  browser,
}) => {
  const { context, page } = await phone(browser);
  await page.evaluate(() =>
    localStorage.setItem(
      'draft',
      JSON.stringify({ submissionKey: crypto.randomUUID(), text: 'Jembatan gantung putus' }),
    ),
  );
  await write(page, TEXT);
  await goToCheck(page, true);
  await write(page, OTHER);
  await page.goto('/');
  const rows = page.locator('.draft');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText('Sampah di pasar pagi');
  await expect(rows.nth(1)).toContainText('1 berkas');
  await expect(rows.nth(1).locator('img')).toBeVisible();
  await expect(rows.nth(2)).toContainText('Jembatan gantung putus');
  await expectAccessible(page, 'home with drafts');

  await rows
    .nth(1)
    .getByRole('button', { name: /^Hapus/ })
    .click();
  await expect(rows).toHaveCount(2);
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await expect(rows).toHaveCount(3);
  await rows
    .filter({ hasText: 'Jembatan' })
    .getByRole('button', { name: /^Hapus/ })
    .click();
  await expect(rows).toHaveCount(2);

  await page.reload();
  await rows
    .filter({ hasText: 'Lampu jalan' })
    .getByRole('button', { name: /^Lanjutkan/ })
    .click();
  await expect(page.getByLabel('Apa yang terjadi?')).toHaveValue(TEXT);
  await goToCheck(page);
  await expect(page.locator('.photos img')).toBeVisible();
  await context.close();
});

test('a full device says so, and nothing is lost on the page', async ({ browser }) => {
  const { context, page } = await phone(browser);
  await context.addInitScript(() => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.put = full;
    Storage.prototype.setItem = full;
  });
  await page.goto('/lapor');
  await page.getByLabel('Apa yang terjadi?').fill(TEXT);
  await expect(page.getByRole('alert')).toContainText('jangan tutup halaman');
  await expectAccessible(page, 'a full device');
  await goToCheck(page, true);
  await send(page);
  await numberAndCode(page);
  await context.close();
});
