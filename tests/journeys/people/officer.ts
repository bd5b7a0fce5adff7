import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { PLATFORM_URL } from '../../platform/addresses.ts';

interface DemoAccount {
  email: string;
  password: string;
  application: string;
  code: string;
  codeValidUntil: string;
}

const accountOf = async (email: string): Promise<DemoAccount> => {
  const accounts = (await (await fetch(`${PLATFORM_URL}/demo/accounts.json`)).json()) as DemoAccount[];
  return accounts.find((account) => account.email === email)!;
};

/** A code is good once; when the two of this half minute have been used, one waits for the next like everybody. It is good half a minute early. */
async function codeOf(page: Page, email: string): Promise<string> {
  const { code, codeValidUntil } = await accountOf(email);
  await page.waitForTimeout(Math.max(0, Date.parse(codeValidUntil) - 60_000 - Date.now()));
  return code;
}

/** Who has signed in before in this journey, by address: each account may do so only so often, and the clock stands still. */
const signedIn = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();

export const forgetSessions = (): void => signedIn.clear();

/** An officer at a desk, in a window of the given width: signed in with password and second factor, or still signed in from before. */
export async function officer(browser: Browser, email: string, width = 1440): Promise<Page> {
  const storageState = signedIn.get(email);
  const context = await browser.newContext({ viewport: { width, height: 900 }, storageState });
  const page = await context.newPage();
  const { password, application } = await accountOf(email);
  await page.goto(`${PLATFORM_URL}${application}`);
  const address = page.getByLabel('Surel dinas');
  const anyHeading = page.getByRole('heading', { level: 1 });
  await expect(address.or(anyHeading).first()).toBeVisible();
  if (!(await address.isVisible())) return page;
  await expectAccessible(page, 'sign-in');
  await signIn(page, { email, password });
  signedIn.set(email, { cookies: await context.cookies(), origins: [] });
  return page;
}

/** Signs in on the page that asks for it, with password and second factor. */
async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel('Surel dinas').fill(email);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Lanjut' }).click();
  const field = page.getByRole('textbox', { name: /kode/i });
  await field.waitFor();
  await expectAccessible(page, 'second factor');
  await field.fill(await codeOf(page, email));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(field).toBeHidden();
}

/** Whose session has ended signs in again where they are. */
export async function signInAgain(page: Page, email: string): Promise<void> {
  await signIn(page, { email, password: (await accountOf(email)).password });
  signedIn.set(email, { cookies: await page.context().cookies(), origins: [] });
}
