import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { PLATFORM_URL } from '../platform/addresses.ts';
import { expectAccessibleInBothThemes } from './people/axe.ts';
import { letPass, settle } from './people/clock.ts';
import { comingDay } from './people/coming-day.ts';
import { filedReport } from './people/filed-report.ts';
import { askAs } from './people/invited-officer.ts';
import { test } from './people/journey.ts';
import { officer, signInAgain } from './people/officer.ts';

const UNIT = 'pupr.padang@contoh.go.id';
const OUTCOME = '__typename ... on UserError { code } ... on InvalidInput { fields { path code } }';
const VERIFY = `mutation ($input: VerifyReportInput!) { result: verifyReport(input: $input) { ${OUTCOME} } }`;
const RECLASSIFY = `mutation ($input: ReclassifyReportInput!) { result: reclassifyReport(input: $input) { ${OUTCOME} } }`;
const TEXT = 'Lubangnya sudah kami ukur, penambalan kami jadwalkan.';

/** The national desk passes a new report to Dinas PUPR. */
async function passedOn(desk: Page, title: string): Promise<{ id: string; number: string; title: string }> {
  const report = await filedReport(title);
  const { result } = await askAs(desk, VERIFY, {
    input: {
      reportId: report.id,
      class: 'GRIEVANCE',
      categoryId: 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang',
      leadOrganisationId: 'opd-13-71-dpupr',
      safeToPublish: true,
    },
  });
  expect(result).toMatchObject({ __typename: 'ReportChanged' });
  await settle();
  return report;
}

const answer = (page: Page) => page.getByRole('textbox', { name: 'Isi jawaban' });
/** Where a line of the list stands in the window. */
const placeOf = async (page: Page, title: string) =>
  (await page.getByRole('link', { name: title }).boundingBox())!.y;

test('while a colleague passes reports on, the list of a unit tells of them and the line that is read stays where it is', async ({
  browser,
}) => {
  test.slow();
  const desk = await officer(browser, 'verifikator@contoh.go.id');
  const titles = Array.from(
    { length: 12 },
    (_, index) => `Jalan retak di gang ${String(index + 1).padStart(2, '0')}`,
  );
  for (const title of titles) await passedOn(desk, title);

  const unit = await officer(browser, UNIT);
  await unit.setViewportSize({ width: 1440, height: 520 });
  await unit.goto('/instansi/kotak/baru');
  await expect(unit.getByRole('link', { name: /^Jalan retak/ })).toHaveCount(titles.length);
  for (let line = 0; line < 8; line++) await unit.keyboard.press('j');
  const read = unit.locator(':focus');
  const title = await read.innerText();
  expect(title).toMatch(/^Jalan retak/);
  await unit.keyboard.press('x');
  const before = await placeOf(unit, title);

  const newest = await passedOn(desk, 'Aspal mengelupas di perempatan');
  await expect(unit.getByText('1 laporan baru')).toBeVisible();
  await expect(unit.getByRole('link', { name: newest.title })).toBeHidden();
  await expect(read).toHaveText(title);
  expect(Math.abs((await placeOf(unit, title)) - before), 'the line stays where it is').toBeLessThanOrEqual(
    1,
  );
  // At its top nothing lies under the bar of what is chosen.
  await unit.evaluate(() => window.scrollTo(0, 0));
  await expectAccessibleInBothThemes(unit, 'news in a box');

  await unit.getByRole('button', { name: 'Tampilkan' }).press('Enter');
  await expect(unit.getByRole('link', { name: newest.title })).toBeAttached();
  await expect(unit.getByText('1 dipilih')).toBeVisible();
  await expect(unit.getByRole('checkbox', { name: new RegExp(`^Pilih: ${title}`) })).toBeChecked();
  // The keys go on from that line.
  await unit.keyboard.press('k');
  await unit.keyboard.press('j');
  await expect(read).toHaveText(title);
});

test('an answer that a colleague’s change overtakes is taken back in words, and nothing that was written is lost', async ({
  browser,
}) => {
  test.slow();
  const desk = await officer(browser, 'verifikator@contoh.go.id');
  const report = await passedOn(desk, 'Jalan ambles di depan puskesmas');
  const unit = await officer(browser, UNIT);
  await unit.goto(`/instansi/laporan/${report.number}`);
  await answer(unit).fill(TEXT);
  await unit.getByLabel('Kapan dikerjakan?').fill(comingDay());
  await unit.getByRole('button', { name: /Kirim ke warga/ }).click();
  await expect(answer(unit)).toHaveValue('');
  await expect(unit.getByText(/^Jawaban dikirim dalam \d+ detik/).last()).toBeVisible();

  const { result } = await askAs(desk, RECLASSIFY, {
    input: {
      reportId: report.id,
      class: 'INFORMATION_REQUEST',
      reason: 'Pelapor menanyakan jadwal perbaikan.',
      requestKey: randomUUID(),
    },
  });
  expect(result).toMatchObject({ __typename: 'ReportChanged' });
  await letPass(11);

  const spaced = `${report.number.slice(0, 4)} ${report.number.slice(4)}`;
  const told = unit
    .getByRole('alert')
    .filter({ hasText: `Jawaban Anda untuk laporan ${spaced} tidak jadi dikirim` });
  await expect(told).toContainText(
    'Ada perubahan pada laporan sebelum kiriman Anda berlaku. Tulisan Anda tidak hilang.',
  );
  await expect(answer(unit)).toHaveValue(TEXT);
  await expect(unit.getByText('Rencana dari', { exact: false })).toBeHidden();
  await expectAccessibleInBothThemes(unit, 'an answer that was not sent');
  await told.getByRole('button', { name: 'Tutup pemberitahuan' }).click();
  await expect(told).toBeHidden();
  await expect(answer(unit)).toHaveValue(TEXT);
});

test('a session that ends while an officer writes loses no text: the same tab asks to sign in again, and the words stand there', async ({
  browser,
}) => {
  const desk = await officer(browser, 'verifikator@contoh.go.id');
  const report = await passedOn(desk, 'Drainase meluap di simpang tiga');
  const unit = await officer(browser, UNIT);
  await unit.goto(`/instansi/laporan/${report.number}`);
  await answer(unit).fill(TEXT);
  await unit.getByLabel('Kapan dikerjakan?').fill(comingDay());
  // What another device does that ends all others.
  const ended = await unit.request.post(`${PLATFORM_URL}/auth/sign-out`, {
    data: {},
    headers: { origin: PLATFORM_URL },
  });
  expect(ended.status()).toBe(200);
  await unit.getByRole('button', { name: /Kirim ke warga/ }).click();
  await expect(unit.getByLabel('Kata sandi', { exact: true })).toBeVisible();
  await expectAccessibleInBothThemes(unit, 'sign-in once more');
  await signInAgain(unit, UNIT);
  await expect(answer(unit)).toHaveValue(TEXT);
  await expect(unit.getByLabel('Kapan dikerjakan?')).toHaveValue(comingDay());
  await unit.getByRole('button', { name: /Kirim ke warga/ }).click();
  await expect(unit.getByText(/^Jawaban dikirim dalam \d+ detik/).last()).toBeVisible();
});
