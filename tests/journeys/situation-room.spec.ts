import { expect, type Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from './people/axe.ts';
import { filedReport } from './people/filed-report.ts';
import { test } from './people/journey.ts';
import { officer } from './people/officer.ts';

const NOVEMBER = 'dari=2026-11-01&sampai=2026-11-30';
const figure = (room: Page, label: string) => room.getByRole('link', { name: new RegExp(`^${label}`) });
const part = (room: Page, name: string) =>
  room.getByRole('navigation', { name: 'Bagian ruang situasi' }).getByRole('link', { name });

test('a monitor goes from a figure to the reason behind it in three clicks, and shares what the room shows by its address', async ({
  browser,
}) => {
  const titles = ['Jalan berlubang di Pauh', 'Jembatan retak di Nanggalo', 'Selokan mampet di Kuranji'];
  for (const title of titles) await filedReport(title);
  const elsewhere = await filedReport('Lampu taman padam', { regionCode: '31.71.01' });
  const room = await officer(browser, 'ksp@contoh.go.id');
  await room.goto(`/admin/situasi?${NOVEMBER}`);

  await test.step('the figures are there, with their finding in words and their days in the address', async () => {
    await expect(figure(room, 'Diterima')).toContainText('4');
    await expect(
      room.getByRole('heading', { name: 'Yang masuk 4 lebih banyak daripada yang selesai' }),
    ).toBeVisible();
    await expectAccessibleInBothThemes(room, 'situation room');
    await room.getByRole('combobox', { name: 'Pembanding' }).selectOption('tahun-lalu');
    await room.reload();
    await expect(room.getByRole('combobox', { name: 'Pembanding' })).toHaveValue('tahun-lalu');
    await expect(figure(room, 'Diterima')).toContainText('4');
    await expect(room.getByLabel('Dari tanggal')).toHaveValue('2026-11-01');
  });

  await test.step('one: a province on the map; two: its regency; three: its reports, and the reason stands on the page of each', async () => {
    await part(room, 'Peta').click();
    const province = room.getByRole('link', { name: /^Sumatera Barat: kurang dari 30 laporan/ });
    await expect(province).toBeVisible();
    await expectAccessibleInBothThemes(room, 'map');
    await province.focus();
    await room.keyboard.press('Enter');
    const city = room.getByRole('row', { name: /Kota Padang/ }).getByRole('link');
    await expect(city).toBeVisible();
    await city.click();
    await expect(room.getByRole('heading', { level: 1, name: 'Laporan di balik angka' })).toBeVisible();
    for (const title of titles) await expect(room.getByRole('link', { name: title })).toBeVisible();
    await expect(room.getByRole('link', { name: elsewhere.title })).toBeHidden();
    await expectAccessibleInBothThemes(room, 'reports behind a figure');
    await room.getByRole('link', { name: titles[0]! }).click();
    await expect(room.getByRole('heading', { level: 1, name: titles[0]! })).toBeVisible();
  });

  await test.step('the way back keeps the list, and its filters come off one by one', async () => {
    await room.goBack();
    await room.getByRole('button', { name: /^Wilayah:/ }).click();
    await expect(room.getByRole('link', { name: elsewhere.title })).toBeVisible();
  });

  await test.step('the list goes along as a table for a spreadsheet', async () => {
    const download = room.waitForEvent('download');
    await room.getByRole('button', { name: 'Unduh tabel (CSV)' }).click();
    expect((await download).suggestedFilename()).toMatch(/^laporan-.*\.csv$/);
  });

  await test.step('every other part opens on the same days, and can be read by everybody', async () => {
    await room.goto(`/admin/situasi?${NOVEMBER}`);
    for (const name of [
      'Tren',
      'Kategori',
      'Lonjakan',
      'Perbandingan',
      'Umur dan tenggat',
      'Arsip dan pengembalian',
      'Kepuasan',
      'Adopsi',
      'Laporan rahasia',
    ]) {
      await part(room, name).click();
      await expect(part(room, name)).toHaveAttribute('aria-current', 'page');
      await expect(room.getByRole('heading', { level: 2 }).first()).toBeVisible();
      await expectAccessibleInBothThemes(room, name);
    }
  });
});
