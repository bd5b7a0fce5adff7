import { expect, type Browser, type Page } from '@playwright/test';
import { test } from './people/journey.ts';
import { PLATFORM_URL } from '../platform/addresses.ts';
import { expectAccessible } from './people/axe.ts';
import { settle } from './people/clock.ts';
import { person, roadReport } from '../platform/graph-client.ts';
import { askAs } from './people/invited-officer.ts';
import { newestMessage } from './people/mailbox.ts';
import { officer } from './people/officer.ts';
import { aPhoto } from '../pages/photo.ts';

const TEXT =
  'Lampu jalan di depan pasar kecamatan kami mati sejak dua minggu lalu. Malam hari gelap dan sudah ada yang terjatuh.';
const PUPR = 'opd-13-71-dpupr';

const REPORT = `query ($number: String!) { report(number: $number) { id version } }`;
const VERIFY = `mutation ($input: VerifyReportInput!) { result: verifyReport(input: $input) { __typename ... on UserError { code message } } }`;
const POSTPONE = `mutation ($input: PostponeReportInput!) { result: postponeReport(input: $input) { __typename ... on UserError { code message } } }`;
const ANSWER = `mutation ($input: AnswerReportInput!) { result: answerReport(input: $input) { __typename ... on UserError { code message } } }`;

/** Somebody with an old phone: no script runs. */
async function oldPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 640 },
  });
  return context.newPage();
}

/** An officer decides over the graph, as the console would. */
async function decide(desk: Page, document: string, number: string, more: object): Promise<void> {
  const { report } = await askAs(desk, REPORT, { number });
  const { result } = await askAs(desk, document, { input: { reportId: report.id, ...more } });
  expect(result).toEqual({ __typename: 'ReportChanged' });
  await settle();
}

const next = (page: Page) => page.getByRole('button', { name: 'Lanjut', exact: true }).click();

/** Step by step to the page on which everything is checked. */
async function fillIn(page: Page, onStep: (step: string) => Promise<void> = async () => {}): Promise<void> {
  await page.getByLabel('Ceritakan kejadiannya').fill(TEXT);
  await onStep('what');
  await next(page);
  await page.getByRole('radio').first().check();
  await onStep('category');
  await next(page);
  await page.getByLabel('Cari kecamatan, kabupaten, atau kota').fill('Kuranji');
  await page.getByRole('button', { name: 'Cari' }).click();
  await page
    .getByRole('radio', { name: /Kuranji, Kota Padang/ })
    .first()
    .check();
  await page.getByLabel('Patokan').fill('depan pasar');
  await onStep('place');
  await next(page);
  await page.getByLabel('Surel (email)').fill('warga@contoh.id');
  await onStep('contact');
  await next(page);
  await expect(page.getByRole('heading', { name: 'Periksa laporan Anda' })).toBeVisible();
}

test('without script: a report is filed with a photo, followed with number and code, answered, and confirmed', async ({
  browser,
}) => {
  const phone = await oldPhone(browser);
  await test.step('the first page leads to the plain version', async () => {
    await phone.goto('/');
    await phone.getByRole('link', { name: /versi sederhana/ }).click();
    await phone.getByRole('link', { name: 'Buat laporan' }).first().click();
  });

  await test.step('what is faulty stands beside its field, and nothing is lost', async () => {
    await phone.getByLabel('Ceritakan kejadiannya').fill('Lampu mati');
    await next(phone);
    await expect(phone.getByRole('alert')).toContainText('paling sedikit 20 huruf');
    await expect(phone.getByLabel('Ceritakan kejadiannya')).toHaveValue('Lampu mati');
  });
  await fillIn(phone);

  await test.step('a photo goes along', async () => {
    await phone.getByRole('button', { name: 'Ubah: Foto' }).click();
    await phone.getByLabel('Pilih berkas').setInputFiles(await aPhoto('lampu.png'));
    await phone.getByRole('button', { name: 'Unggah berkas ini' }).click();
    await expect(phone.getByText('lampu.png').first()).toBeVisible();
    await next(phone);
    await expect(phone.getByText('depan pasar', { exact: true })).toBeVisible();
  });

  await phone.getByRole('button', { name: 'Kirim laporan' }).click();
  await expect(phone.getByRole('heading', { name: 'Laporan Anda terkirim' })).toBeVisible();
  const keys = async () => [
    await phone.locator('#nomor').innerText(),
    await phone.locator('#kode').innerText(),
  ];
  const [number, code] = (await keys()).map((text) => text.replaceAll(/\D/g, ''));
  expect([number?.length, code?.length]).toEqual([8, 16]);
  const told = await keys();
  await test.step('sent again, it is the same report', async () => {
    await phone.reload();
    expect(await keys()).toEqual(told);
    await phone.goBack();
    await phone.getByRole('button', { name: 'Kirim laporan' }).click();
    expect(await keys()).toEqual(told);
  });
  await settle();

  const another = await oldPhone(browser);
  await test.step('another device opens it with number and code', async () => {
    await another.goto('/sederhana/lacak');
    await another.getByLabel('Nomor laporan').fill(number!);
    await another.getByLabel('Kode akses').fill('1234 1234 1234 1234');
    await another.getByRole('button', { name: 'Lihat laporan saya' }).click();
    await expect(another.getByRole('alert')).toContainText('tidak cocok');
    await another.getByLabel('Kode akses').fill(code!);
    await another.getByRole('button', { name: 'Lihat laporan saya' }).click();
    await expect(another.getByText(TEXT)).toBeVisible();
    expect(another.url()).toBe(`${PLATFORM_URL}/sederhana/laporan/${number}`);
    await expect(another.getByRole('link', { name: 'Berkas: foto.jpg' })).toBeVisible();
    await expect(another.getByText(/Pemeriksaan: paling lambat Rabu, 25 November 2026/)).toBeVisible();
  });

  const desk = await officer(browser, 'verifikator@contoh.go.id');
  const found = await askAs(desk, `{ categories(search: "jalan berlubang", first: 1) { id } }`, {});
  await decide(desk, VERIFY, number!, {
    categoryId: found.categories[0].id,
    class: 'GRIEVANCE',
    leadOrganisationId: PUPR,
    safeToPublish: true,
  });
  const liaison = await officer(browser, 'pupr.padang@contoh.go.id');
  await decide(liaison, ANSWER, number!, {
    kind: 'RESULT',
    text: 'Lampu sudah diganti hari ini.',
    outcome: 'SOLVED',
    noProofReason: 'Foto menyusul besok pagi.',
  });

  await test.step('the reporter reads it, writes, confirms and rates', async () => {
    await phone.getByRole('button', { name: 'Buka laporan saya' }).click();
    await expect(phone.getByText('Lampu sudah diganti hari ini.')).toBeVisible();
    await phone.getByLabel('Pesan Anda').fill('Terima kasih, sudah terang.');
    await phone.getByRole('button', { name: 'Kirim pesan' }).click();
    await expect(phone.getByRole('status')).toHaveText('Sudah kami terima.');
    await expect(phone.getByText('Terima kasih, sudah terang.')).toBeVisible();
    await phone.getByRole('button', { name: 'Ya, sudah beres' }).click();
    await expect(phone.getByText('Selesai', { exact: true }).first()).toBeVisible();
    await phone.getByRole('radio', { name: /5 – Sangat baik/ }).check();
    await phone.getByRole('button', { name: 'Kirim nilai' }).click();
    await expect(phone.getByText('Nilai Anda: 5 dari 5')).toBeVisible();
  });

  await test.step('everybody reads what is public, here and without the plain version', async () => {
    const stranger = await oldPhone(browser);
    for (const path of [`/sederhana/laporan/${number}`, `/laporan/${number}`]) {
      await stranger.goto(path);
      // By style and not by text: Playwright reads no text within <noscript>.
      const written = await stranger.locator('blockquote').allTextContents();
      expect(written).toContain('Lampu sudah diganti hari ini.');
      expect(written).not.toContain('Terima kasih, sudah terang.');
      expect(await stranger.content()).not.toContain('warga@contoh.id');
      await expect(stranger.getByRole('button', { name: 'Ya, sudah beres' })).toBeHidden();
    }
    const preview = await stranger.locator('meta[property="og:image"]').getAttribute('content');
    expect(preview).toBe(`${PLATFORM_URL}/pratinjau/selesai.png`);
  });
});

test('without script: asked for data, somebody adds a photo; a lost code is made anew with the link from the mail', async ({
  browser,
}) => {
  const email = 'warga.tanpa.skrip@contoh.id';
  const { report, accessCode } = await person(PLATFORM_URL).do(
    'submitReport',
    { ...roadReport(), title: 'Bantuan sosial tidak sampai', reporter: { email } },
    '__typename ... on ReportSubmitted { accessCode report { id number } }',
  );
  await settle();
  const desk = await officer(browser, 'verifikator@contoh.go.id');
  await decide(desk, POSTPONE, report.number, { missingData: 'Mohon foto kartu antreannya.' });
  const phone = await oldPhone(browser);
  await phone.goto(`/sederhana/lacak?nomor=${report.number}`);
  await phone.getByLabel('Kode akses').fill(accessCode);
  await phone.getByRole('button', { name: 'Lihat laporan saya' }).click();

  await test.step('the photo is uploaded on the way, and the words stay', async () => {
    await expect(phone.getByText('Mohon foto kartu antreannya.').first()).toBeVisible();
    const form = phone.locator('#lengkapi');
    await form.getByLabel('Data yang diminta').fill('Ini kartunya, nomor 12.');
    await form.getByRole('button', { name: 'Unggah berkas ini' }).click();
    await expect(form.getByRole('alert')).toContainText('Pilih berkas lebih dulu');
    await form.getByLabel('Pilih berkas').setInputFiles(await aPhoto('kartu.png'));
    await form.getByRole('button', { name: 'Unggah berkas ini' }).click();
    await expect(form.getByRole('button', { name: 'Hapus kartu.png' })).toBeVisible();
    await expect(form.getByLabel('Data yang diminta')).toHaveValue('Ini kartunya, nomor 12.');
    await form.getByRole('button', { name: 'Kirim data' }).click();
    await expect(phone.getByRole('status')).toHaveText('Sudah kami terima.');
    await expect(phone.getByText('Belum terverifikasi', { exact: true }).first()).toBeVisible();
    await expect(phone.getByText('Ini kartunya, nomor 12.')).toBeVisible();
    await expect(phone.getByRole('link', { name: /^Berkas: / })).toBeVisible();
  });

  await test.step('the lost code', async () => {
    await phone.goto('/sederhana/lacak');
    await phone.getByRole('link', { name: 'Kode akses hilang?' }).click();
    await phone.getByLabel('Nomor laporan').fill(report.number);
    await phone.getByLabel('Surel atau nomor ponsel yang Anda berikan').fill(email);
    await phone.getByRole('button', { name: 'Minta kode baru' }).click();
    await expect(phone.getByRole('heading', { name: 'Permintaan kami terima' })).toBeVisible();
    await settle();
    const [link] = await newestMessage(email, /https?:\/\/\S+#kode-[a-z2-7]{45}/);
    await phone.getByRole('link', { name: 'Sudah menerima tautannya?' }).click();
    await phone.getByLabel('Tautan dari surel').fill(link);
    await phone.getByRole('button', { name: 'Buat kode baru' }).click();
    await expect(phone.getByRole('heading', { name: 'Kode akses Anda yang baru' })).toBeVisible();
    const fresh = (await phone.locator('#kode').innerText()).replaceAll(/\D/g, '');
    expect(fresh).toMatch(/^\d{16}$/);
    expect(fresh).not.toBe(accessCode);
    await phone.getByRole('button', { name: 'Buka laporan saya' }).click();
    await expect(phone.getByRole('heading', { name: 'Bantuan sosial tidak sampai' })).toBeVisible();
  });
});

test('pages without script are for everybody: axe finds nothing, in both themes', async ({ browser }) => {
  // Axe itself needs script; the pages have none.
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 360, height: 640 } });
    const page = await context.newPage();
    // What is drawn the same way is looked at once.
    const isFirst = colorScheme === 'light';
    const look = (what: string) => expectAccessible(page, `${what} ${colorScheme}`);
    const paths = isFirst
      ? ['/sederhana/lacak', '/sederhana/kode', '/sederhana/laporan', '/sederhana/tidak-ada']
      : [];
    for (const path of ['/sederhana', ...paths]) {
      await page.goto(path);
      expect(await page.locator('script').count()).toBe(0);
      await look(path);
    }
    await page.goto('/sederhana/lapor');
    await next(page);
    await look('faults');
    await fillIn(page, async (step) => (isFirst ? look(step) : undefined));
    await look('check');
    if (isFirst) {
      await page.getByRole('button', { name: 'Ubah: Foto' }).click();
      await look('photos');
      await next(page);
    }
    await page.getByRole('button', { name: 'Kirim laporan' }).click();
    await look('sent');
    await settle();
    await page.getByRole('button', { name: 'Buka laporan saya' }).click();
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.getByText('What happened to the report')).toBeVisible();
    await look("the reporter's page in English");
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await context.close();
  }
});
