import { chromium } from '@playwright/test';
import { launchOptions } from './platform/browser.ts';
import { officer } from './journeys/people/officer.ts';
const browser = await chromium.launch(await launchOptions());
const page = await officer(browser, process.argv[2]!);
await page.waitForTimeout(2000);
if (process.argv[3]) {
  await page
    .getByRole('link', { name: new RegExp(process.argv[3]) })
    .first()
    .click();
  await page.waitForTimeout(1500);
}
console.log(await page.locator('body').ariaSnapshot());
await browser.close();
