import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from './people/axe.ts';
import { letPass, settle } from './people/clock.ts';
import { test } from './people/journey.ts';
import { officer } from './people/officer.ts';
import { passedReport } from './people/passed-report.ts';
import { readSigned, startReceiver } from './people/receiver.ts';

const CITY = 'diskominfo.padang@contoh.go.id';
const LEAD = { lead: 'pemkot-13-71' };
/** The page looks again by itself. */
const LOOKS_AGAIN = { timeout: 30_000 };

const spaced = (number: string) => `${number.slice(0, 4)} ${number.slice(4)}`;
const part = (page: Page) => page.getByRole('region', { name: 'Webhook', exact: true });
const rowsOf = (page: Page, number: string): Locator =>
  part(page)
    .getByRole('table', { name: 'Catatan pesan' })
    .getByRole('row')
    .filter({ hasText: spaced(number) });

/** Reads the secret, once, and says that it is stored. */
async function takeSecret(page: Page, title: string | RegExp): Promise<string> {
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.getByText('Rahasia ini hanya tampil sekali')).toBeVisible();
  const secret = (await page.locator('code.secret').innerText()).trim();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  await expectAccessibleInBothThemes(page, 'secret of a webhook');
  await page.getByRole('button', { name: 'Sudah saya simpan' }).click();
  await expect(page.getByText(secret)).toHaveCount(0);
  return secret;
}

test('an admin lets a system of the city be told, sees what it refused, sends it again, changes the secret, and ends it', async ({
  browser,
}) => {
  test.slow();
  await using receiver = await startReceiver();
  const city = await officer(browser, CITY);
  await city.goto('/instansi/kunci');
  const webhooks = part(city);
  let secret = '';

  await test.step('an address that anybody could listen in on is refused, and nothing typed is lost', async () => {
    await webhooks.getByRole('button', { name: 'Webhook baru' }).click();
    await webhooks.getByRole('textbox', { name: 'Nama' }).fill('Aplikasi kota');
    const address = webhooks.getByRole('textbox', { name: 'Alamat' });
    await address.fill('http://aplikasi.contoh.go.id/lapor');
    await webhooks.getByRole('button', { name: 'Buat webhook' }).click();
    await expect(webhooks.getByText('Alamat harus mulai dengan https://.').first()).toBeVisible();
    await address.fill('https://10.0.0.7/lapor');
    await webhooks.getByRole('button', { name: 'Buat webhook' }).click();
    await expect(webhooks.getByText(/Alamat ini tidak diterima/).first()).toBeVisible();
    await expectAccessibleInBothThemes(city, 'new webhook with a fault');
    await expect(webhooks.getByRole('textbox', { name: 'Nama' })).toHaveValue('Aplikasi kota');
    await address.fill(receiver.url);
    await webhooks.getByRole('button', { name: 'Buat webhook' }).click();
  });

  await test.step('the secret is shown this once', async () => {
    secret = await takeSecret(city, 'Webhook “Aplikasi kota” dibuat');
    await expect(webhooks.getByRole('heading', { name: 'Aplikasi kota' })).toBeVisible();
    await city.reload();
    await expect(webhooks.getByRole('heading', { name: 'Aplikasi kota' })).toBeVisible();
    expect(await city.content()).not.toContain(secret);
  });

  await test.step('a trial comes, signed', async () => {
    await webhooks.getByRole('button', { name: 'Kirim uji coba' }).click();
    await receiver.read('.test', secret);
    await expect(webhooks.getByRole('row').filter({ hasText: 'Terkirim' })).toHaveCount(1, LOOKS_AGAIN);
  });

  const first = await passedReport(browser, 'Jalan ambles di simpang', LEAD);
  await test.step('so does what happens to a report, which no other secret opens', async () => {
    const told = await receiver.read(first.number, secret);
    expect(told).toMatchObject({
      type: 'id.go.lapor.report.disposed',
      data: { number: first.number, state: 'DISPOSED' },
    });
    const { raw, headers } = receiver.of(first.number)[0]!;
    const another = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    expect(() => readSigned(another, raw, headers)).toThrow('No matching signature');
    expect(() => readSigned(secret, raw.replace('DISPOSED', 'COMPLETED'), headers)).toThrow();
    await expect(rowsOf(city, first.number)).toContainText('Terkirim', LOOKS_AGAIN);
    await expectAccessible(city, 'log of a webhook');
  });

  await test.step('a failure stands in the log with its cause, and is tried again by itself', async () => {
    receiver.answerWith(500);
    const { number } = await passedReport(browser, 'Trotoar retak di pasar', LEAD);
    await expect(rowsOf(city, number)).toContainText('1 kali dicoba · HTTP 500 · menolak pesan', LOOKS_AGAIN);
    await expect(webhooks.getByText('Gagal, dicoba lagi')).toBeVisible(LOOKS_AGAIN);
    await expectAccessibleInBothThemes(city, 'webhook that fails');
    receiver.answerWith(204);
    await letPass(10);
    await receiver.read(number, secret, 2);
    await expect(rowsOf(city, number)).toContainText('Terkirim', LOOKS_AGAIN);
    await expect(webhooks.getByText('Gagal, dicoba lagi')).toHaveCount(0, LOOKS_AGAIN);
  });

  await test.step('what was given up is sent again by hand, under its own name', async () => {
    receiver.answerWith(410);
    const { number } = await passedReport(browser, 'Saluran buntu di pasar', LEAD);
    await expect(webhooks.getByText('Alamatnya menjawab bahwa ia sudah tidak ada.')).toBeVisible(LOOKS_AGAIN);
    await expect(rowsOf(city, number)).toContainText('Gagal', LOOKS_AGAIN);
    await expect(rowsOf(city, number).getByRole('button', { name: /^Kirim lagi/ })).toHaveCount(0);
    receiver.answerWith(204);
    await webhooks.getByRole('button', { name: 'Aktifkan' }).click();
    await rowsOf(city, number)
      .getByRole('button', { name: /^Kirim lagi/ })
      .click();
    const again = await receiver.read(number, secret, 2);
    expect(again.data.number).toBe(number);
    const [before, after] = receiver.of(number).map(({ headers }) => headers['webhook-id']);
    expect(after).toBe(before);
    await expect(rowsOf(city, number)).toContainText('Terkirim', LOOKS_AGAIN);
  });

  await test.step('the log is narrowed to what failed, and the webhook to the kinds that it wants', async () => {
    const states = webhooks.getByRole('combobox', { name: 'Keadaan' });
    await states.selectOption('Gagal');
    await expect(webhooks.getByText('Belum ada pesan.')).toBeVisible();
    await states.selectOption('Semua keadaan');
    await expect(rowsOf(city, first.number)).toBeVisible();
    await webhooks.getByRole('button', { name: 'Ubah' }).click();
    await webhooks.getByRole('radio', { name: 'Hanya jenis tertentu' }).check();
    await webhooks.getByRole('button', { name: 'Simpan' }).click();
    await expect(webhooks.getByText('Pilih paling sedikit satu jenis.').first()).toBeVisible();
    await webhooks.getByRole('checkbox', { name: 'id.go.lapor.report.completed', exact: true }).check();
    await webhooks.getByRole('button', { name: 'Simpan' }).click();
    await expect(webhooks.getByRole('definition').getByText('id.go.lapor.report.completed')).toBeVisible();
    const count = receiver.count();
    await passedReport(browser, 'Halte rusak di pasar', LEAD);
    await settle();
    expect(receiver.count()).toBe(count);
    await webhooks.getByRole('button', { name: 'Ubah' }).click();
    await webhooks.getByRole('radio', { name: /^Semua perubahan/ }).check();
    await webhooks.getByRole('button', { name: 'Simpan' }).click();
    await expect(webhooks.getByRole('definition').getByText('Semua perubahan')).toBeVisible();
  });

  await test.step('a new secret is shown once; for a day both open what comes', async () => {
    await webhooks.getByRole('button', { name: 'Ganti rahasia' }).click();
    const dialog = city.getByRole('dialog', { name: 'Ganti rahasia “Aplikasi kota”?' });
    await expectAccessible(city, 'asked about a new secret');
    await dialog.getByRole('button', { name: 'Ganti rahasia' }).click();
    const next = await takeSecret(city, 'Rahasia baru “Aplikasi kota”');
    expect(next).not.toBe(secret);
    await expect(webhooks.getByText('Rahasia lama berlaku sampai')).toBeVisible();
    const { number } = await passedReport(browser, 'Lampu jalan mati di pasar', LEAD);
    await receiver.read(number, secret);
    await receiver.read(number, next);
    const { raw, headers } = receiver.of(first.number)[0]!;
    expect(() => readSigned(next, raw, headers)).toThrow('No matching signature');
    secret = next;
  });

  await test.step('paused, it is told nothing until it goes on', async () => {
    await webhooks.getByRole('button', { name: 'Jeda' }).click();
    await expect(webhooks.getByText('Dijeda')).toBeVisible();
    const { number } = await passedReport(browser, 'Jembatan goyang di kali', LEAD);
    await settle();
    await expect(rowsOf(city, number)).toContainText('Menunggu', LOOKS_AGAIN);
    expect(receiver.of(number)).toEqual([]);
    await webhooks.getByRole('button', { name: 'Aktifkan' }).click();
    await receiver.read(number, secret);
  });

  await test.step('on a telephone the page keeps its width', async () => {
    await city.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(city, 'webhook on a telephone');
    const over = await city.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  });

  await test.step('ended, it is gone with its log, and is told nothing more', async () => {
    await webhooks.getByRole('button', { name: 'Hapus' }).click();
    const dialog = city.getByRole('dialog', { name: 'Hapus “Aplikasi kota”?' });
    await dialog.getByRole('button', { name: 'Hapus' }).click();
    await expect(webhooks.getByText('Belum ada webhook')).toBeVisible();
    const count = receiver.count();
    await passedReport(browser, 'Pohon tumbang di jalan', LEAD);
    await settle();
    expect(receiver.count()).toBe(count);
  });
});
