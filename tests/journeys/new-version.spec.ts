import { expect, type Page } from '@playwright/test';
import { test } from './people/journey.ts';
import { expectAccessibleInBothThemes } from './people/axe.ts';
import { citizen } from './people/citizen.ts';
import { startReleasingServer } from '../pages/releasing-server.ts';

const TEXT =
  'Halte di depan rumah sakit tidak beratap lagi sejak angin kencang, dan pasien menunggu di bawah hujan.';

const ready = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state ?? 'none'))
    .toBe('activated');

const entryOf = (page: Page) => page.locator('script[type=module][src]').first().getAttribute('src');

test('a new version is offered in words; loading it keeps what was typed', async ({ browser }) => {
  await using server = await startReleasingServer();
  const page = await citizen(browser);
  await page.clock.install();
  await page.goto(server.origin);
  await ready(page);
  const before = await entryOf(page);
  await page.getByRole('link', { name: 'Buat laporan' }).first().click();
  await page.getByLabel('Apa yang terjadi?').fill(TEXT);
  await expect(page.getByText('Tersimpan di perangkat ini')).toBeVisible();

  await test.step('the phone is taken up again after an hour, and there is a later build', async () => {
    server.release();
    await page.clock.fastForward('01:01:00');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect(page.getByText('Versi baru')).toBeVisible();
    await expectAccessibleInBothThemes(page, 'a new version is offered');
    // Nothing has changed under the reader.
    expect(await entryOf(page)).toBe(before);
  });

  await test.step('it is loaded, and the text is still there', async () => {
    await page.getByRole('button', { name: /^Muat/ }).click();
    await expect.poll(() => entryOf(page)).toMatch(/\.later\.js$/);
    await expect(page.getByLabel('Apa yang terjadi?')).toHaveValue(TEXT);
    await expect(page.getByText('Versi baru')).toBeHidden();
  });
  await page.context().close();
});

test('whoever reads English and loses the network reads English still', async ({ browser }) => {
  const page = await citizen(browser);
  await page.goto('/');
  await ready(page);
  await page.context().setOffline(true);
  await page.getByRole('button', { name: /^EN/ }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('link', { name: 'File a report' }).first().click();
  await expect(page.getByLabel('What happened?')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('What happened?')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
