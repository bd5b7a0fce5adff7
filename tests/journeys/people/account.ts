import { expect, type Page } from '@playwright/test';
import { codeFor } from './mailbox-page.ts';

/** Signs in by mail code on the sign-in page that is open. */
export async function signInByMailCode(page: Page, email: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible();
  await page.getByLabel('Alamat surel (email)').fill(email);
  await page.getByRole('button', { name: 'Kirim kode' }).click();
  await page.getByLabel('Kode 6 angka').fill(await codeFor(page, email));
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Masuk' })).toBeHidden();
}
