import { expect } from '@playwright/test';
import { test } from './people/journey.ts';
import { expectAccessible } from './people/axe.ts';
import { citizen, fileReport } from './people/citizen.ts';
import { letStand, settle } from './people/clock.ts';
import { comingDay } from './people/coming-day.ts';
import { officer } from './people/officer.ts';
import { verify } from './people/verification-desk.ts';
import { aPhoto } from '../pages/photo.ts';

const TEXT =
  'Jalan di depan pasar kecamatan kami sudah berlubang sejak dua bulan lalu. Kalau hujan lubangnya tertutup air dan beberapa motor jatuh.';

test('a damaged road in Padang: from the citizen over the national desk and the city to Dinas PUPR, and back to the citizen who closes it', async ({
  browser,
}) => {
  const phone = await citizen(browser);
  const { number, code } = await fileReport(phone, {
    text: TEXT,
    region: 'Kuranji',
    email: 'warga@contoh.id',
    photo: await aPhoto('IMG_2026.png'),
    async onStep(step) {
      await expectAccessible(phone, `file ${step}`);
      if (step !== 'kejadian') return;
      // Nothing typed is lost by a reload.
      await phone.reload();
      await expect(phone.getByLabel('Apa yang terjadi?')).toHaveValue(TEXT);
    },
  });
  expect(number).toMatch(/^\d{8}$/);
  expect(code).toMatch(/^\d{16}$/);
  // Filed on Friday, 20 November 2026: three working days end on Wednesday.
  await expect(phone.getByText('Rabu, 25 November 2026')).toBeVisible();
  await settle();

  await test.step('the national desk verifies it and passes it to the city', async () => {
    const desk = await officer(browser, 'verifikator@contoh.go.id');
    await expect(desk.getByText('Jalan di depan pasar').first()).toBeVisible();
    await expectAccessible(desk, 'verification desk');
    await verify(desk, {
      number,
      category: { search: 'jalan berlubang', name: /Jalan Berlubang/ },
      lead: { search: 'kota padang', name: /^Pemerintah Kota Padang/ },
      hasPhoto: true,
    });
    await desk.context().close();
  });
  await settle();

  await test.step("the city's agency admin disposes it to Dinas PUPR", async () => {
    const city = await officer(browser, 'diskominfo.padang@contoh.go.id');
    await expectAccessible(city, 'inbox');
    await city
      .getByRole('link', { name: /Jalan di depan pasar/ })
      .first()
      .click();
    await expect(city.getByText(TEXT)).toBeVisible();
    const photo = city.getByRole('button', { name: 'Perbesar Foto 1 dari 1' }).locator('img');
    await expect(photo).toBeVisible();
    await expect
      .poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
    await expectAccessible(city, 'report page');
    await city.getByRole('button', { name: 'Disposisikan' }).first().click();
    await city.getByRole('dialog').getByRole('combobox').fill('pekerjaan umum');
    await city
      .getByRole('option', { name: /Dinas Pekerjaan Umum/ })
      .first()
      .click();
    await city
      .getByRole('dialog')
      .getByRole('button', { name: /^Disposisikan/ })
      .click();
    await letStand(city, 'Laporan diteruskan.');
    await city.context().close();
  });
  await settle();

  const liaison = await officer(browser, 'pupr.padang@contoh.go.id');
  await test.step('the liaison officer follows it up with a plan', async () => {
    await liaison
      .getByRole('link', { name: /Jalan di depan pasar/ })
      .first()
      .click();
    await liaison.getByRole('tab', { name: 'Rencana' }).click();
    await liaison
      .getByRole('textbox', { name: 'Isi jawaban' })
      .fill('Petugas sudah memeriksa lokasi. Penambalan dijadwalkan Senin.');
    await liaison.getByLabel('Kapan dikerjakan?').fill(comingDay());
    await liaison.getByRole('button', { name: /Kirim ke warga/ }).click();
    await letStand(liaison, 'Jawaban terkirim.');
  });
  await settle();

  await test.step('the citizen reads it and replies', async () => {
    await phone.getByRole('button', { name: 'Buka laporan saya' }).click();
    await expect(phone.getByText('Penambalan dijadwalkan Senin.')).toBeVisible();
    await expectAccessible(phone, "the reporter's page");
    await phone.getByRole('button', { name: 'Tulis pesan untuk instansi' }).click();
    await phone.getByLabel('Pesan Anda').fill('Terima kasih, kami tunggu.');
    await phone.getByRole('button', { name: 'Kirim pesan' }).click();
    await expect(phone.getByText('Terima kasih, kami tunggu.')).toBeVisible();
  });
  await settle();

  await test.step('the officer tells the result', async () => {
    await liaison.reload();
    await expect(liaison.getByText('Terima kasih, kami tunggu.')).toBeVisible();
    await liaison.getByRole('tab', { name: 'Hasil' }).click();
    await liaison
      .getByRole('textbox', { name: 'Isi jawaban' })
      .fill('Jalan sudah ditambal seluruhnya hari ini.');
    await liaison.getByRole('combobox', { name: 'Bagaimana hasilnya?' }).selectOption('Selesai ditangani');
    await liaison.getByRole('textbox', { name: 'Mengapa tanpa bukti?' }).fill('Aspal masih basah.');
    await liaison.getByRole('button', { name: /Kirim ke warga/ }).click();
    await letStand(liaison, 'Jawaban terkirim.');
  });
  await settle();

  await test.step('the citizen confirms and rates', async () => {
    await phone.reload();
    await expect(phone.getByText('Apakah masalahnya sudah beres?')).toBeVisible();
    await phone.getByRole('button', { name: 'Ya, sudah beres' }).click();
    await expect(phone.getByText('Selesai').first()).toBeVisible();
    await phone.getByRole('radio', { name: /Sangat baik/ }).check({ force: true });
    await phone.getByRole('button', { name: 'Kirim nilai' }).click();
    await expect(phone.getByText('Seberapa puas Anda?')).toBeHidden();
  });

  await test.step('everybody reads it, without the name of who filed it', async () => {
    const stranger = await citizen(browser);
    await stranger.goto('/laporan');
    await expectAccessible(stranger, 'public list');
    await stranger
      .getByRole('link', { name: /Jalan di depan pasar/ })
      .first()
      .click();
    await expect(stranger.getByText('Jalan sudah ditambal seluruhnya hari ini.')).toBeVisible();
    await expect(stranger.getByText('Terima kasih, kami tunggu.')).toBeHidden();
    await expect(stranger.getByText('warga@contoh.id')).toBeHidden();
    await expectAccessible(stranger, 'public report');
  });
});
