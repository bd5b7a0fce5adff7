import { expect } from '@playwright/test';
import { test } from './people/journey.ts';
import { byKeyboard } from './people/by-keyboard.ts';
import { citizen } from './people/citizen.ts';

const TEXT =
  'Pagar pembatas jembatan di jalan utama patah sejak kemarin dan anak-anak lewat di situ setiap pagi.';

test('without a mouse: a report is written, corrected, sent, and opened with number and code; the focus is always there to see', async ({
  browser,
}) => {
  const page = await citizen(browser);
  const { press, tabTo, type, expectAt } = byKeyboard(page);
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });

  await test.step('the first stop leads past the header, the menu opens and closes', async () => {
    await page.goto('/');
    await heading(/./).waitFor();
    await tabTo(/^Langsung ke isi/);
    await press('Enter');
    await expect(page.locator('#main')).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expectAt(/menu/i);
    await press('Enter');
    await expect(page.locator('#site-menu')).toBeVisible();
    await tabTo(/^Laporan publik$/);
    await press('Escape');
    await expect(page.locator('#site-menu')).toBeHidden();
    await expectAt(/menu/i);
    await tabTo(/^Buat laporan/);
    await press('Enter');
  });

  await test.step('what is missing is said first, and its link leads to the field', async () => {
    await page.getByLabel('Apa yang terjadi?').waitFor();
    await expect(page.locator('#main')).toBeFocused();
    await tabTo(/^Lanjut: di mana dan kapan/);
    await press('Enter');
    await expect(page.getByRole('alert').filter({ has: page.getByRole('link') })).toBeFocused();
    await tabTo(/./);
    await press('Enter');
    await expect(page.getByLabel('Apa yang terjadi?')).toBeFocused();
    await type(TEXT);
  });

  await test.step('kind by arrows, then place by typing and arrows', async () => {
    await page.getByRole('radio', { name: /Pengaduan/ }).waitFor();
    await tabTo(/^Pengaduan/);
    await press('ArrowDown');
    await expect(page.getByRole('radio', { name: /Aspirasi/ })).toBeChecked();
    await press('ArrowUp');
    await expect(page.getByRole('radio', { name: /Pengaduan/ })).toBeChecked();
    await tabTo(/^Lanjut: di mana dan kapan/);
    await press('Enter');
    await expect(heading(/mana/i)).toBeFocused();
    await tabTo(/^Kecamatan, kabupaten, atau kota/);
    await type('Kuranji');
    await page.getByRole('option').first().waitFor();
    await press('ArrowDown');
    await press('Enter');
    await expect(page.getByText(/^Kuranji, Kota Padang/)).toBeVisible();
    await tabTo(/^Lanjut: foto dan kontak/);
    await press('Enter');
    await expect(heading(/./)).toBeFocused();
  });

  await test.step('anonymous by the space bar, and back; a wrong address is corrected', async () => {
    await tabTo(/^Surel/);
    await type('warga');
    await tabTo(/^Lanjut: periksa/);
    await press('Enter');
    await expect(page.getByRole('alert').filter({ has: page.getByRole('link') })).toBeFocused();
    await tabTo(/./);
    await press('Enter');
    await expect(page.getByLabel('Surel (email)')).toBeFocused();
    await type('@contoh.id');
    await press('Enter');
    await expect(heading('Periksa laporan Anda')).toBeFocused();
  });

  await test.step('an answer is changed from the last page, and it is sent', async () => {
    await tabTo(/^Ubah Judul/);
    await press('Enter');
    await tabTo(/^Simpan, kembali ke pemeriksaan/);
    await press('Enter');
    await expect(heading('Periksa laporan Anda')).toBeFocused();
    await tabTo(/^Sembunyikan isi laporan/);
    await press('Space');
    await press('Space');
    await tabTo(/^Kirim laporan/);
    await press('Enter');
    await expect(heading('Laporan Anda terkirim')).toBeVisible();
    await expect(page.locator('#main')).toBeFocused();
  });

  const [number, code] = await page.locator('.bignum').allInnerTexts();
  await test.step('another device opens it with number and code', async () => {
    const other = await citizen(browser);
    const second = byKeyboard(other);
    await other.goto('/lacak');
    await other.getByRole('heading', { level: 1 }).waitFor();
    await second.tabTo(/^Nomor laporan/);
    await second.press('Enter');
    await expect(other.getByRole('alert').filter({ has: other.getByRole('link') })).toBeFocused();
    await second.tabTo(/./);
    await second.press('Enter');
    await second.expectAt(/^Nomor laporan/);
    await second.type(number!);
    await second.tabTo(/^Kode akses/);
    await second.type(code!);
    await second.press('Enter');
    await expect(other.getByText(TEXT)).toBeVisible();
    await expect(other.locator('#main')).toBeFocused();
  });
});
