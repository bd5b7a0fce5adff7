import { expect, type Browser, type Page } from '@playwright/test';
import { PLATFORM_URL } from '../../platform/addresses.ts';
import { expectAccessible } from './axe.ts';

/** Somebody with a phone who has never been here. */
export async function citizen(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return context.newPage();
}

export interface Filing {
  text: string;
  region: string;
  email?: string;
  name?: string;
  isConfidential?: boolean;
  photo?: { name: string; mimeType: string; buffer: Buffer };
  /** Called on each step before going on. */
  onStep?: (step: string) => Promise<void>;
}

/** Files a report step by step; ends on the page with number and code, and gives both. */
export async function fileReport(page: Page, filing: Filing): Promise<{ number: string; code: string }> {
  await page.goto(`${PLATFORM_URL}/`);
  await expectAccessible(page, 'home');
  await page.getByRole('link', { name: 'Buat laporan' }).first().click();
  await page.getByLabel('Apa yang terjadi?').fill(filing.text);
  await expect(page.getByText('Tersimpan di perangkat ini')).toBeVisible();
  await filing.onStep?.('kejadian');
  await page.getByRole('button', { name: 'Lanjut: di mana dan kapan' }).click();

  await page.getByRole('combobox', { name: 'Kecamatan, kabupaten, atau kota' }).fill(filing.region);
  await page
    .getByRole('option', { name: new RegExp(filing.region) })
    .first()
    .click();
  await filing.onStep?.('tempat');
  await page.getByRole('button', { name: 'Lanjut: foto dan kontak' }).click();

  if (filing.photo) {
    await page.locator('input[type=file]').first().setInputFiles(filing.photo);
    await expect(page.getByText(/lokasi.*dihapus|siap/i).first()).toBeVisible();
  }
  if (filing.name) await page.getByRole('textbox', { name: /^Nama/ }).fill(filing.name);
  if (filing.email) await page.getByLabel('Surel (email)').fill(filing.email);
  await filing.onStep?.('kontak');
  await page.getByRole('button', { name: 'Lanjut: periksa' }).click();

  if (filing.isConfidential) await page.getByLabel('Sembunyikan isi laporan (rahasia)').check();
  await filing.onStep?.('periksa');
  await page.getByRole('button', { name: 'Kirim laporan' }).click();
  await expect(page.getByRole('heading', { name: 'Laporan Anda terkirim' })).toBeVisible();
  await expectAccessible(page, 'sent');
  const [number, code] = await page.locator('.bignum').allInnerTexts();
  return { number: number!.replaceAll(/\D/g, ''), code: code!.replaceAll(/\D/g, '') };
}
