import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { PLATFORM_URL } from '../platform/addresses.ts';
import { person, roadReport } from '../platform/graph-client.ts';
import { signInByMailCode } from './people/account.ts';
import { expectAccessible } from './people/axe.ts';
import { citizen } from './people/citizen.ts';
import { settle } from './people/clock.ts';
import { test } from './people/journey.ts';
import { officerByGraph } from './people/officer-by-graph.ts';
import { aPhoto } from '../pages/photo.ts';

/** Files without an account and without a browser. */
async function fileWithoutAccount(title: string) {
  const { report, accessCode } = await person(PLATFORM_URL).do(
    'submitReport',
    { ...roadReport(), title, text: `${title}, sudah sebulan begini dan belum ada yang datang.` },
    '__typename ... on ReportSubmitted { accessCode report { id number } }',
  );
  await settle();
  return { ...(report as { id: string; number: string }), accessCode: accessCode as string };
}

/** Adds a report to the account whose page is open. */
async function addToAccount(page: Page, { number, accessCode }: { number: string; accessCode: string }) {
  await page.getByLabel('Nomor laporan').fill(number);
  await page.getByLabel('Kode akses').fill(accessCode);
  await page.getByRole('button', { name: 'Tambahkan' }).click();
  await expect(page.getByText('Laporan sudah ada di akun ini')).toBeVisible();
}

test('a citizen follows to the end: adds a report, completes data, says not solved, is too late in a second tab, rates, and has the own data given and erased', async ({
  browser,
}) => {
  const title = 'Trotoar amblas di depan pasar Kuranji';
  const { id: reportId, number, accessCode } = await fileWithoutAccount(title);
  const phone = await citizen(browser);
  const desk = await officerByGraph(browser, 'verifikator@contoh.go.id');

  await test.step('a report filed without account comes to the account, and stands first when it waits', async () => {
    await phone.goto('/akun');
    await signInByMailCode(phone, 'ikut@contoh.id');
    await addToAccount(phone, { number, accessCode });
    await desk.do('postponeReport', { reportId, missingData: 'Sebutkan nama jalan dan kirim fotonya.' });
    await phone.reload();
    await expect(phone.getByRole('heading', { name: '1 menunggu Anda' })).toBeVisible();
    await expectAccessible(phone, 'own reports, one waiting');
    await phone.getByRole('region', { name: '1 menunggu Anda' }).getByRole('link').click();
  });

  await test.step('the data that were asked for are given, with a photograph', async () => {
    await expect(phone.getByRole('heading', { name: 'Kami butuh data dari Anda' })).toBeVisible();
    await phone.getByLabel('Data yang diminta').fill('Jalan Raya Kuranji, di depan toko roti.');
    await phone
      .locator('input[type=file]')
      .first()
      .setInputFiles(await aPhoto('trotoar.png'));
    await expect(phone.getByText('trotoar', { exact: false }).first()).toBeVisible();
    // Sent at once: what is still on its way goes along all the same.
    await phone.getByRole('button', { name: 'Kirim data' }).click();
    await expect(phone.getByText('Sudah kami terima')).toBeVisible();
    await expect(phone.getByText('Anda melengkapi data')).toBeVisible();
    await expect(phone.getByRole('button', { name: /^Perbesar foto 1/i }).first()).toBeVisible();
  });

  const unit = await officerByGraph(browser, 'pupr.padang@contoh.go.id');
  const result = (text: string) =>
    unit.do('answerReport', {
      reportId,
      kind: 'RESULT',
      outcome: 'SOLVED',
      text,
      noProofReason: 'Foto menyusul dari lapangan.',
    });
  await test.step('it is passed on: who, and by when', async () => {
    await settle();
    await desk.do('verifyReport', {
      reportId,
      class: 'GRIEVANCE',
      categoryId: roadReport().categoryId,
      leadOrganisationId: 'opd-13-71-dpupr',
      safeToPublish: true,
    });
    await desk.leave();
    await phone.reload();
    await expect(phone.getByText(/^Diteruskan ke Dinas Pekerjaan Umum/)).toBeVisible();
    // Five working days after Friday, 20 November 2026.
    await expect(
      phone.getByText('Mereka harus memberi tindak lanjut paling lambat Jumat, 27 November.'),
    ).toBeVisible();
  });

  await test.step('not solved yet', async () => {
    await result('Trotoar sudah ditutup papan.');
    await phone.reload();
    await phone.getByRole('button', { name: 'Belum beres' }).click();
    await phone.getByLabel('Apa yang belum beres?').fill('Papannya sudah hilang, lubangnya masih ada.');
    await phone.getByRole('button', { name: 'Kirim', exact: true }).click();
    await expect(phone.getByText('Sudah kami terima')).toBeVisible();
    await settle();
    await result('Trotoar sudah dicor ulang.');
    await unit.leave();
  });

  await test.step('confirmed in one tab, the other is refused, says what has happened and keeps the words', async () => {
    await phone.reload();
    const second = await phone.context().newPage();
    await second.goto(`/laporan/${number}`);
    await second.getByRole('button', { name: 'Belum beres' }).click();
    await second.getByLabel('Apa yang belum beres?').fill('Semennya masih basah.');
    await phone.getByRole('button', { name: 'Ya, sudah beres' }).click();
    await expect(phone.getByText('Sudah kami terima')).toBeVisible();
    await second.getByRole('button', { name: 'Kirim', exact: true }).click();
    const refusal = second.getByRole('alert').filter({ hasText: 'Belum terkirim: laporan sudah berubah' });
    await expect(refusal.getByText('Semennya masih basah.')).toBeVisible();
    await expect(refusal.getByText(/Anda menyatakan sudah beres|Selesai/)).toBeVisible();
    await expect(second.getByRole('button', { name: 'Ya, sudah beres' })).toBeHidden();
    await expectAccessible(second, 'refused in a second tab');
    await second.close();
  });

  await test.step('rated with reasons', async () => {
    await phone.getByRole('radio', { name: /Sangat baik/ }).check({ force: true });
    await phone.getByRole('checkbox', { name: 'Cepat' }).check();
    await expectAccessible(phone, 'rating');
    await phone.getByRole('button', { name: 'Kirim nilai' }).click();
    await expect(phone.getByText('5 dari 5')).toBeVisible();
    await expect(phone.getByText('Cepat.', { exact: true })).toBeVisible();
  });

  await test.step('the own data: a copy of them, and then their end', async () => {
    await phone.getByRole('button', { name: 'Data diri saya' }).click();
    const dialog = phone.getByRole('dialog', { name: 'Data diri saya' });
    await expectAccessible(phone, 'own data');
    const downloading = phone.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Unduh (JSON)' }).click();
    const copy = await readFile(await (await downloading).path(), 'utf8');
    expect(JSON.parse(copy)).toMatchObject({ reports: [{ number }] });
    await dialog.getByRole('textbox').fill(number);
    await dialog.getByRole('button', { name: 'Hapus data diri saya' }).click();
    await expect(dialog.getByText('Data diri Anda sudah dihapus')).toBeVisible();
    await dialog.getByRole('link', { name: 'Buka dengan kode akses' }).click();
    // It belongs to no account any more; its code opens it.
    await phone.getByLabel('Kode akses').fill(accessCode);
    await phone.getByRole('button', { name: 'Lihat laporan saya' }).click();
    await expect(phone.getByText('Trotoar sudah dicor ulang.')).toBeVisible();
  });
});

test('a session that ends while somebody writes, and a second device with the access code', async ({
  browser,
}) => {
  const title = 'Selokan mampet di samping balai kota';
  const report = await fileWithoutAccount(title);
  const phone = await citizen(browser);
  const words = 'Kunci pagar selokan ada pada penjaga malam.';

  await test.step('words begun in private outlive the session, and the sign-in leads back to them', async () => {
    await phone.goto('/akun');
    await signInByMailCode(phone, 'lama@contoh.id');
    await addToAccount(phone, report);
    await phone
      .getByRole('link', { name: new RegExp(title) })
      .first()
      .click();
    await phone.getByRole('button', { name: 'Tulis pesan pribadi' }).click();
    await phone.getByLabel('Pesan Anda').fill(words);
    await phone.context().clearCookies();
    await phone.getByRole('button', { name: 'Kirim pesan pribadi' }).click();
    await expect(phone.getByText('Sesi Anda sudah berakhir')).toBeVisible();
    await expect(phone.getByLabel('Pesan Anda')).toHaveValue(words);
    await expectAccessible(phone, 'session ended while writing');
    await phone.getByRole('button', { name: 'Masuk lagi' }).click();
    await signInByMailCode(phone, 'lama@contoh.id');
    await expect(phone).toHaveURL(new RegExp(`/laporan/${report.number}$`));
    await expect(phone.getByLabel('Pesan Anda')).toHaveValue(words);
    await phone.getByRole('button', { name: 'Kirim pesan pribadi' }).click();
    await expect(phone.getByText('Pesan pribadi dari Anda')).toBeVisible();
  });

  await test.step('a second device opens it with number and code, and turns the mails off', async () => {
    const tablet = await citizen(browser);
    await tablet.goto(`/laporan/${report.number}`);
    await tablet.getByRole('link', { name: 'Buka dengan kode akses' }).click();
    await tablet.getByLabel('Kode akses').fill(report.accessCode);
    await tablet.getByRole('button', { name: 'Lihat laporan saya' }).click();
    await expect(tablet.getByText(words)).toBeVisible();
    await tablet.getByRole('button', { name: 'Kabar lewat surel' }).click();
    const dialog = tablet.getByRole('dialog', { name: 'Kabar lewat surel' });
    await dialog.getByRole('checkbox').uncheck();
    await expectAccessible(tablet, 'news by mail');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await expect(dialog.getByText('tidak dikirim lagi')).toBeVisible();
    await tablet.context().close();
  });

  await test.step('an area is followed, and no more', async () => {
    await phone.goto('/akun/mengikuti');
    await phone.getByRole('combobox', { name: 'Wilayah yang diikuti' }).fill('Kuranji');
    await phone
      .getByRole('option', { name: /Kuranji/ })
      .first()
      .click();
    await phone.getByRole('button', { name: 'Ikuti', exact: true }).click();
    await expect(phone.getByText('Wilayah ini sekarang Anda ikuti')).toBeVisible();
    await expectAccessible(phone, 'what I follow');
    await phone.getByRole('button', { name: /^Berhenti mengikuti: Kuranji/ }).click();
    await expect(phone.getByText('Tidak diikuti lagi', { exact: true })).toBeVisible();
  });
});
