import { chromium } from '@playwright/test';
import { launchOptions } from './platform/browser.ts';
const BASE = process.env.BASE ?? 'http://localhost:4310';
const browser = await chromium.launch(await launchOptions());
const accounts: any[] = await (await fetch(BASE + '/demo/accounts.json')).json();
async function signIn(base: string, email: string) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.on('console', (m) => m.type() === 'error' && console.log('console', m.text()));
  page.on('pageerror', (e) => console.log('pageerror', String(e)));
  await page.goto(BASE + base);
  await page.waitForTimeout(800);
  await page.screenshot({ path: `/tmp/shots${base.replaceAll('/', '-')}signin.png` });
  const acc = accounts.find((a) => a.email === email);
  await page
    .getByLabel(/surel|email/i)
    .first()
    .fill(acc.email);
  await page
    .getByLabel(/kata sandi|password/i)
    .first()
    .fill(acc.password);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(1500);
  const code = (await (await fetch(BASE + '/demo/accounts.json')).json()).find(
    (a: any) => a.email === email,
  ).code;
  await page.screenshot({ path: `/tmp/shots${base.replaceAll('/', '-')}code.png` });
  await page.keyboard.type(code);
  await page.waitForTimeout(300);
  await page.keyboard.press('Enter').catch(() => {});
  await page.waitForTimeout(2500);
  return page;
}
const a = await signIn('/instansi/', 'diskominfo.padang@contoh.go.id');
console.log(a.url());
await a.screenshot({ path: '/tmp/shots/agency-inbox.png' });
const link = a.locator('a[href*="/laporan/"], a[href*="/instansi/l"]').first();
console.log(await link.count(), await link.getAttribute('href').catch(() => ''));
await link.click().catch(() => {});
await a.waitForTimeout(2000);
await a.screenshot({ path: '/tmp/shots/agency-report.png', fullPage: true });
const n = await signIn('/admin/', 'verifikator@contoh.go.id');
console.log(n.url());
await n.screenshot({ path: '/tmp/shots/admin-home.png' });
for (const l of await n.locator('nav a').all())
  console.log(await l.getAttribute('href'), await l.textContent());
await browser.close();
