import { expect, type Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from './people/axe.ts';
import { letPass, letStand, settle } from './people/clock.ts';
import { comingDay } from './people/coming-day.ts';
import { test } from './people/journey.ts';
import { officer } from './people/officer.ts';
import { passedReport } from './people/passed-report.ts';

const UNIT = 'pupr.padang@contoh.go.id';
const CITY = 'diskominfo.padang@contoh.go.id';
const LEAD = 'opd-13-71-dpupr';
/** What "now" means to somebody who looks; by the half-minute signs alone it would take longer. */
const SOON = { timeout: 5_000 };

const HALF = 'Kami dari Diskominfo sudah meneruskan ke regu jalan, dan';
const PLAN = 'Lubang kami tambal Rabu pagi, regu sudah ditunjuk.';

const LATER = 'Hujan: regu datang Kamis pagi, bukan Rabu.';

const answer = (page: Page) => page.getByRole('textbox', { name: 'Isi jawaban' });
/** The line under the head of the report that says who else is there. */
const company = (page: Page) => page.locator('.company');

async function open(page: Page, number: string): Promise<void> {
  await page.goto(`/instansi/laporan/${number}`);
  await expect(answer(page)).toBeVisible();
}

/** Presses the button that sends; ten seconds later it is sent. */
async function send(page: Page): Promise<void> {
  await page.getByLabel('Kapan dikerjakan?').fill(comingDay());
  await page.getByRole('button', { name: /Kirim ke warga/ }).click();
  await expect(page.getByText(/^Jawaban dikirim dalam \d+ detik/).last()).toBeVisible();
}

test('officers of the unit and of the city see each other and who writes; the answer of one costs the other no word', async ({
  browser,
}) => {
  test.slow();
  const report = await passedReport(browser, 'Jalan ambles di depan kantor camat', { lead: LEAD });
  const unit = await officer(browser, UNIT);
  const city = await officer(browser, CITY);

  // Who passed it on has left by now.
  await letPass(80);
  await test.step('each sees the other, whichever came first', async () => {
    await open(unit, report.number);
    await expect(company(unit)).toHaveText('');
    await open(city, report.number);
    await expect(company(city)).toHaveText('Juga membuka laporan ini: Rina Oktavia', SOON);
    await expect(company(unit)).toHaveText('Juga membuka laporan ini: Yusra Sofyan', SOON);
  });

  await test.step('who begins to write is named as writing', async () => {
    await answer(unit).fill(PLAN);
    await expect(company(city)).toHaveText('Juga membuka laporan ini: Rina Oktavia (sedang menulis)', SOON);
    await answer(city).fill(HALF);
    await expect(company(unit)).toHaveText('Juga membuka laporan ini: Yusra Sofyan (sedang menulis)', SOON);
    await expectAccessibleInBothThemes(city, 'two who write');
  });

  await test.step('when the answer of one is sent, the other is told, and nothing that was half written is lost', async () => {
    await send(unit);
    await expect(answer(city)).toHaveValue(HALF);
    await letStand(unit, 'Jawaban terkirim.');
    await settle();
    const news = city.getByText('Laporan ini berubah sejak Anda membukanya. Tulisan Anda tersimpan.');
    await expect(news).toBeVisible(SOON);
    await expect(answer(city)).toHaveValue(HALF);
    await expectAccessibleInBothThemes(city, 'told of the other’s answer');
    await city.getByRole('button', { name: 'Tampilkan' }).click();
    await expect(city.getByText(PLAN).first()).toBeVisible();
    await expect(news).toBeHidden();
    await expect(answer(city)).toHaveValue(HALF);
    await city.reload();
    await expect(answer(city)).toHaveValue(HALF);
  });

  await test.step('of two who send within the same seconds the first is heard, and the second gets the words back', async () => {
    await answer(unit).fill(LATER);
    await send(unit);
    await letPass(1);
    await send(city);
    await expect(answer(city)).toHaveValue('');
    await letStand(unit, 'Jawaban terkirim.');
    await settle();
    const told = city.getByRole('alert').filter({ hasText: 'tidak jadi dikirim' });
    await expect(told).toContainText(
      'Ada perubahan pada laporan sebelum kiriman Anda berlaku. Tulisan Anda tidak hilang.',
    );
    await expect(answer(city)).toHaveValue(HALF);
    await expect(city.getByText(LATER).first()).toBeVisible();
    await expect(unit.getByText(HALF)).toBeHidden();
  });

  await test.step('who left is gone from the line once the signs stop', async () => {
    await expect(company(city)).toContainText('Rina Oktavia');
    await unit.goto('/instansi/kotak/baru');
    await letPass(80);
    await open(city, report.number);
    await expect(company(city)).toHaveText('');
  });
});

test('who has a confidential report open is for its handlers and the national desk alone', async ({
  browser,
}) => {
  test.slow();
  const report = await passedReport(browser, 'Petugas meminta uang di loket dua', {
    lead: LEAD,
    isConfidential: true,
  });
  const unit = await officer(browser, UNIT);
  await open(unit, report.number);
  await answer(unit).fill(PLAN);

  const city = await officer(browser, CITY);
  await city.goto(`/instansi/laporan/${report.number}`);
  await expect(city.getByRole('heading', { level: 1, name: 'Laporan tidak ditemukan' })).toBeVisible();
  await expect(city.getByText('Rina Oktavia')).toHaveCount(0);

  const desk = await officer(browser, 'verifikator@contoh.go.id');
  await desk.goto(`/admin/laporan/${report.number}`);
  await expect(company(desk)).toHaveText('Juga membuka laporan ini: Rina Oktavia (sedang menulis)', SOON);
  // Who works at the national desk is not told to agencies by name.
  await expect(company(unit)).toHaveText('Juga membuka laporan ini: petugas lain', SOON);
});
