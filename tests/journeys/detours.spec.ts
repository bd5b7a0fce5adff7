import { expect } from '@playwright/test';
import { test } from './people/journey.ts';
import { expectAccessible } from './people/axe.ts';
import { citizen, fileReport } from './people/citizen.ts';
import { letStand, settle } from './people/clock.ts';
import { officer } from './people/officer.ts';
import { verify } from './people/verification-desk.ts';

test('detours: data asked for and completed, "not our authority", an archive with its reason and an appeal', async ({
  browser,
}) => {
  const phone = await citizen(browser);
  const { number } = await fileReport(phone, {
    text: 'Tolong diperbaiki jalannya karena sudah lama rusak sekali.',
    region: 'Kuranji',
  });
  await settle();

  const desk = await officer(browser, 'verifikator@contoh.go.id');
  await test.step('the national desk asks for what is missing', async () => {
    await desk.goto(`/admin/verifikasi/${number}`);
    await desk.getByRole('button', { name: /^Minta data/ }).click();
    const dialog = desk.getByRole('dialog');
    await expectAccessible(desk, 'asking for data');
    await dialog.getByRole('textbox').fill('singkat');
    await dialog.getByRole('button', { name: 'Kirim permintaan' }).click();
    // Too short: the fault stands at the field, and nothing typed is lost.
    await expect(dialog.getByRole('textbox')).toHaveValue('singkat');
    await expect(dialog.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
    await dialog.getByRole('textbox').fill('Sebutkan nama jalan dan sejak kapan rusak.');
    await dialog.getByRole('button', { name: 'Kirim permintaan' }).click();
    await expect(dialog).toBeHidden();
  });
  await settle();

  await test.step('the citizen completes it', async () => {
    await phone.getByRole('button', { name: 'Buka laporan saya' }).click();
    await expect(phone.getByText('Sebutkan nama jalan dan sejak kapan rusak.').first()).toBeVisible();
    await expectAccessible(phone, 'data asked for');
    await phone.getByLabel('Data yang diminta').fill('Jalan Raya Kuranji, sejak September.');
    await phone.reload();
    await expect(phone.getByLabel('Data yang diminta')).toHaveValue('Jalan Raya Kuranji, sejak September.');
    await phone.getByRole('button', { name: 'Kirim data' }).click();
    await expect(phone.getByText('Belum terverifikasi').first()).toBeVisible();
  });
  await settle();

  await test.step('it goes to Dinas Perhubungan, which says that it is not its task; the city takes it back', async () => {
    await verify(desk, {
      number,
      category: { search: 'jalan berlubang', name: /Jalan Berlubang/ },
      lead: { search: 'dishub kota padang', name: /Dinas Perhubungan Kota Padang/ },
    });
    await settle();

    const unit = await officer(browser, 'dishub.padang@contoh.go.id');
    await unit.goto(`/instansi/laporan/${number}`);
    await unit.getByRole('button', { name: 'Bukan wewenang kami' }).click();
    const dialog = unit.getByRole('dialog');
    await expectAccessible(unit, 'not our authority');
    await dialog.getByRole('radio').first().check({ force: true });
    await dialog.getByRole('textbox').fill('Perbaikan jalan adalah tugas Dinas PUPR.');
    await dialog.getByRole('button', { name: 'Kembalikan laporan' }).click();
    await letStand(unit, 'Laporan dikembalikan.');
    await unit.context().close();
    await settle();

    const city = await officer(browser, 'diskominfo.padang@contoh.go.id');
    await city.goto(`/instansi/laporan/${number}`);
    await expect(city.getByText('Perbaikan jalan adalah tugas Dinas PUPR.').first()).toBeVisible();
    await expectAccessible(city, "at the city's desk");
    await city.context().close();
  });

  await test.step('another report is archived with its reason, and the citizen appeals', async () => {
    const other = await citizen(browser);
    const { number: otherNumber } = await fileReport(other, {
      text: 'Semua pejabat tidak becus, pecat saja semuanya sekarang!',
      region: 'Kuranji',
    });
    await settle();
    await desk.goto(`/admin/verifikasi/${otherNumber}`);
    await desk.getByRole('button', { name: /^Arsipkan/ }).click();
    const dialog = desk.getByRole('dialog');
    await expectAccessible(desk, 'archiving');
    await dialog.getByRole('radio', { name: /hoaks|kebencian|bohong/i }).check({ force: true });
    await dialog.getByRole('textbox').fill('Laporan tidak memuat kejadian yang dapat ditindaklanjuti.');
    await dialog.getByRole('button', { name: 'Arsipkan laporan' }).click();
    await expect(dialog).toBeHidden();
    await letStand(desk, 'Laporan diarsipkan.');
    await settle();
    await other.getByRole('button', { name: 'Buka laporan saya' }).click();
    await expect(
      other.getByText('Laporan tidak memuat kejadian yang dapat ditindaklanjuti.').first(),
    ).toBeVisible();
    await expectAccessible(other, 'archived report');
  });
});
