import { chromium } from '@playwright/test';
import { launchOptions } from './platform/browser.ts';
const BASE = process.env.BASE ?? 'http://localhost:4310';
const browser = await chromium.launch(await launchOptions());
const plan: [string, string, number, number][] = [];
for (const [name, path] of [
  ['home', '/'],
  ['list', '/laporan'],
  ['file', '/lapor'],
  ['track', '/lacak'],
  ['login', '/masuk'],
  ['how', '/cara-kerja'],
] as const) {
  plan.push([name, path, 390, 844]);
  plan.push([name, path, 1280, 900]);
}
for (const [name, path, w, h] of plan) {
  const page = await browser.newPage({ viewport: { width: w, height: h } });
  const errors: string[] = [];
  page.on('console', (m) => m.type() === 'error' && errors.push(m.text()));
  page.on('pageerror', (e) => errors.push(String(e)));
  await page.goto(BASE + path);
  await page.waitForTimeout(1200);
  await page.screenshot({ path: `/tmp/shots/${name}-${w}.png`, fullPage: true });
  console.log(name, w, await page.title(), errors.slice(0, 3));
  await page.close();
}
await browser.close();
