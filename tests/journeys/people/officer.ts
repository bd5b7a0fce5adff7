import { expect, type Browser, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { PLATFORM_URL } from '../../platform/addresses.ts';

interface DemoAccount {
  email: string;
  password: string;
  application: string;
  code: string;
}

const accountOf = async (email: string): Promise<DemoAccount> => {
  const accounts = (await (await fetch(`${PLATFORM_URL}/demo/accounts.json`)).json()) as DemoAccount[];
  return accounts.find((account) => account.email === email)!;
};

/** An officer at a desk: signs in with password and second factor in a window of the given width. */
export async function officer(browser: Browser, email: string, width = 1440): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  const { password, application } = await accountOf(email);
  await page.goto(`${PLATFORM_URL}${application}`);
  await page.getByLabel('Surel dinas').fill(email);
  await expectAccessible(page, 'sign-in');
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Lanjut' }).click();
  const field = page.getByRole('textbox', { name: /kode/i });
  await field.waitFor();
  await expectAccessible(page, 'second factor');
  await field.fill((await accountOf(email)).code);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(field).toBeHidden();
  return page;
}
