import { expect, type Browser } from '@playwright/test';
import { test } from './people/journey.ts';
import { expectAccessibleInBothThemes } from './people/axe.ts';
import { citizen, fileReport } from './people/citizen.ts';
import { letStand, settle } from './people/clock.ts';
import { comingDay } from './people/coming-day.ts';
import { filedReport } from './people/filed-report.ts';
import { askAs } from './people/invited-officer.ts';
import { officer } from './people/officer.ts';
import { aPhoto } from '../pages/photo.ts';

const VERIFY = `mutation ($input: VerifyReportInput!) {
  verifyReport(input: $input) { __typename ... on UserError { code } ... on InvalidInput { fields { path code } } }
}`;

/** The national desk passes a report on, without its screen. */
async function passOn(browser: Browser, reportId: string, leadOrganisationId: string): Promise<void> {
  const desk = await officer(browser, 'verifikator@contoh.go.id');
  const verified = await askAs(desk, VERIFY, {
    input: {
      reportId,
      class: 'GRIEVANCE',
      categoryId: 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang',
      leadOrganisationId,
      safeToPublish: true,
    },
  });
  expect(verified.verifyReport).toMatchObject({ __typename: 'ReportChanged' });
  await desk.context().close();
  await settle();
}

test('an officer answers with a template, mentions a colleague who reads it, and corrects the answer', async ({
  browser,
}) => {
  test.slow();
  const report = await filedReport('Jalan ambles di depan sekolah');
  await passOn(browser, report.id, 'opd-13-71-dpupr');

  const admin = await officer(browser, 'diskominfo.padang@contoh.go.id');
  await test.step('the admin writes a template for all units', async () => {
    await admin.getByRole('link', { name: 'Pola jawaban' }).click();
    await admin.getByRole('button', { name: 'Pola baru' }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('Nama pola').fill('Perbaikan dijadwalkan');
    await dialog.getByRole('combobox', { name: 'Jenis jawaban' }).selectOption('Rencana');
    await dialog
      .getByLabel('Tulisan', { exact: true })
      .fill('Laporan sudah kami periksa. Regu segera datang. Laporan ');
    await dialog.getByRole('button', { name: 'Nomor laporan' }).click();
    await dialog.getByRole('button', { name: 'Simpan pola' }).click();
    await expect(admin.getByText('Regu segera datang. Laporan {nomor}')).toBeVisible();
    await expectAccessibleInBothThemes(admin, 'templates');
  });

  const unit = await officer(browser, 'pupr.padang@contoh.go.id');
  await test.step('the unit answers with it, and sees what follows and what the citizen gets', async () => {
    await unit.goto(`/instansi/laporan/${report.number}`);
    await unit.getByRole('tab', { name: 'Rencana' }).click();
    await unit.getByRole('button', { name: 'Pakai pola' }).click();
    const dialog = unit.getByRole('dialog');
    await dialog.getByRole('radio', { name: /Perbaikan dijadwalkan/ }).check({ force: true });
    await dialog.getByRole('button', { name: 'Pakai', exact: true }).click();
    const words = `${report.number.slice(0, 4)} ${report.number.slice(4)}`;
    await expect(unit.getByRole('textbox', { name: 'Isi jawaban' })).toHaveValue(new RegExp(words));
    await unit.getByLabel('Kapan dikerjakan?').fill(comingDay());
    await expect(unit.getByText('Juga tersimpan di akun Anda')).toBeVisible();
    await unit.getByText('Lihat yang akan diterima warga').click();
    await expect(unit.getByText(/Tenggat tindak lanjut \(.*\) terpenuhi/)).toBeVisible();
    await expectAccessibleInBothThemes(unit, 'answer with a template');
    await unit.getByRole('button', { name: /Kirim ke warga/ }).click();
    await letStand(unit, 'Jawaban terkirim.');
    await settle();
  });

  await test.step('a note mentions the admin, who finds it by the bell and reads it there', async () => {
    await unit.reload();
    await unit.getByLabel('Catatan untuk rekan').pressSequentially('Aspal masih ada? @yusra');
    await unit.getByRole('option', { name: /Yusra Sofyan/ }).click();
    await unit.getByRole('button', { name: 'Simpan catatan' }).click();
    await expect(unit.getByText('Catatan tersimpan.')).toBeVisible();
    await expect(unit.getByText(/^Aspal masih ada\? @/)).toBeVisible();

    await admin.goto('/instansi/sebutan');
    await expect(admin.getByRole('link', { name: 'Catatan untuk saya: 1 belum dibaca' })).toBeVisible();
    await expectAccessibleInBothThemes(admin, 'mentions');
    await admin.getByRole('link', { name: report.title }).click();
    await expect(admin.getByText(/^Aspal masih ada\? @/)).toBeVisible();
    await expect(admin.getByRole('link', { name: 'Catatan untuk saya', exact: true })).toBeVisible();
  });

  await test.step('the answer is corrected: both versions are there, and nobody outside sees the note', async () => {
    // The page counts the three days by the device's clock; the platform's stands still on the day of the answer.
    await unit.clock.setFixedTime('2026-11-20T02:45:00Z');
    await unit.reload();
    await unit.getByRole('button', { name: 'Perbaiki tulisan' }).click();
    const dialog = unit.getByRole('dialog');
    await dialog.getByLabel('Tulisan yang benar').fill('Regu datang Rabu, bukan Selasa, karena hujan.');
    await dialog.getByRole('button', { name: 'Perbaiki', exact: true }).click();
    await expect(unit.getByText('Jawaban diperbaiki.')).toBeVisible();
    await unit.getByText(/Lihat tulisan semula/).click();
    await expect(unit.getByText(/^Laporan sudah kami periksa/).first()).toBeVisible();
    const stranger = await citizen(browser);
    await stranger.goto(`/laporan/${report.number}`);
    await expect(stranger.getByText('Regu datang Rabu, bukan Selasa').first()).toBeVisible();
    await expect(stranger.getByText('Aspal masih ada?')).toHaveCount(0);
  });
});

test('an operator blacks out a part of a photo by the keys, and the public sees the other photo', async ({
  browser,
}) => {
  test.slow();
  const phone = await citizen(browser);
  const { number } = await fileReport(phone, {
    text: 'Trotoar di depan puskesmas rusak dan pelat nomor mobil terlihat di foto yang saya lampirkan ini.',
    region: 'Kuranji',
    email: 'warga@contoh.id',
    photo: await aPhoto('IMG_2027.png'),
  });
  await settle();
  const desk = await officer(browser, 'verifikator@contoh.go.id');
  const { report } = await askAs(desk, 'query ($number: String!) { report(number: $number) { id } }', {
    number,
  });
  await passOn(browser, report.id, 'opd-13-71-dpupr');

  await desk.goto(`/admin/laporan/${number}`);
  const photo = desk.getByRole('button', { name: 'Perbesar Foto 1 dari 1' }).locator('img');
  const before = await photo.getAttribute('src');
  await desk.getByRole('button', { name: 'Samarkan foto' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Tambah kotak' }).click();
  const box = dialog.getByRole('button', { name: /^Kotak 1:/ });
  await expect(box).toBeFocused();
  for (const key of ['ArrowLeft', 'ArrowUp', 'Shift+ArrowRight', 'Shift+ArrowDown'])
    await desk.keyboard.press(key);
  await expect(box).toHaveAccessibleName('Kotak 1: 39% dari kiri, 39% dari atas, lebar 21%, tinggi 21%');
  await dialog.getByLabel('Menurut aturan').selectOption('Menunjukkan siapa seseorang');
  await dialog.getByLabel('Alasan').fill('Pelat nomor mobil terlihat di foto.');
  await expectAccessibleInBothThemes(desk, 'masking a photo');
  await dialog.getByRole('button', { name: 'Samarkan', exact: true }).click();
  await expect(desk.getByText('Foto disamarkan. Pelapor diberi tahu alasannya.')).toBeVisible();
  await settle();

  const stranger = await citizen(browser);
  await stranger.goto(`/laporan/${number}`);
  const seen = stranger.locator('img[src*="/files/"]').first();
  await expect(seen).toBeVisible();
  const black = await seen.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const pen = canvas.getContext('2d')!;
    pen.drawImage(image, 0, 0);
    const [red, green, blue] = pen.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data;
    return red! + green! + blue!;
  });
  expect(black, 'the middle of the photo is black').toBeLessThan(40);
  expect(before).toBeTruthy();
});
