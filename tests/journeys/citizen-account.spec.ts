import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { test } from './people/journey.ts';
import { expectAccessible } from './people/axe.ts';
import { citizen, fileReport } from './people/citizen.ts';
import { settle } from './people/clock.ts';
import { codeFor } from './people/mailbox-page.ts';
import { holdPasskeys } from './people/passkey.ts';

const EMAIL = 'rina@contoh.id';
const PHONE = '0812-0000 0000';
const PASSWORD = 'hujan turun di pasar lama';
const TEXT = 'Lampu jalan di depan sekolah kami padam sejak minggu lalu, dan anak-anak pulang dalam gelap.';

test('an account from its first mail code to its end: name, phone, password, passkey, a report, the own data, and the report after it', async ({
  browser,
}) => {
  const phone = await citizen(browser);
  await holdPasskeys(phone);

  await test.step('who opens a page of the account signed out signs in by mail code and comes back', async () => {
    await phone.goto('/akun/profil');
    await expect(phone.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible();
    await expectAccessible(phone, 'sign-in');
    await phone.getByLabel('Alamat surel (email)').fill(EMAIL);
    await phone.getByRole('button', { name: 'Kirim kode' }).click();
    await expect(phone.getByText(`Jika ${EMAIL} terdaftar atau dapat dipakai`)).toBeVisible();
    await expectAccessible(phone, 'mail code');
    await phone.getByLabel('Kode 6 angka').fill('000000');
    await phone.getByRole('button', { name: 'Masuk', exact: true }).click();
    await expect(phone.getByText('Kode keliru')).toBeVisible();
    await phone.getByLabel('Kode 6 angka').fill(await codeFor(phone, EMAIL));
    await phone.getByRole('button', { name: 'Masuk', exact: true }).click();
    await expect(phone).toHaveURL(/\/akun\/profil$/);
    await expect(phone.getByText(`Masuk sebagai ${EMAIL}`)).toBeVisible();
  });

  await test.step('name and phone number', async () => {
    await phone.getByLabel('Nama', { exact: true }).fill('Rina Wulandari');
    await phone.getByRole('button', { name: 'Simpan' }).click();
    await expect(phone.getByText('Sudah disimpan')).toBeVisible();

    await phone.getByRole('textbox', { name: 'Nomor ponsel' }).fill('0812');
    await phone.getByRole('button', { name: 'Kirim kode' }).click();
    await expect(phone.getByText(/Nomor ponsel belum lengkap/)).toBeVisible();
    await expectAccessible(phone, 'profile');
    await phone.getByRole('textbox', { name: 'Nomor ponsel' }).fill(PHONE);
    await expect(phone.getByText('Disimpan sebagai +62 812 0000 0000')).toBeVisible();
    await phone.getByRole('button', { name: 'Kirim kode' }).click();
    await phone.getByLabel('Kode 6 angka').fill(await codeFor(phone, '+6281200000000'));
    await phone.getByRole('button', { name: 'Pastikan nomor' }).click();
    await expect(phone.getByText('Nomor Anda sudah dipastikan')).toBeVisible();
    // From now on only its end is shown.
    await phone.reload();
    await expect(phone.getByText('Sudah dipastikan', { exact: true })).toBeVisible();
    await expect(phone.getByText('+62 812 0000 0000')).toBeHidden();
    await expect(phone.getByLabel('Nama', { exact: true })).toHaveValue('Rina Wulandari');
    await expectAccessible(phone, 'profile with phone');
  });

  await test.step('a password, and a passkey of this phone', async () => {
    await phone.getByRole('link', { name: 'Keamanan' }).click();
    await phone.getByLabel('Kata sandi baru').fill('password123');
    await phone.getByRole('button', { name: 'Simpan kata sandi' }).click();
    await expect(phone.getByText('Kata sandi ini terlalu umum')).toBeVisible();
    await expect(phone.getByLabel('Kata sandi baru')).toHaveValue('password123');
    await phone.getByLabel('Kata sandi baru').fill(PASSWORD);
    await phone.getByRole('button', { name: 'Simpan kata sandi' }).click();
    await expect(phone.getByText('Kata sandi baru sudah berlaku')).toBeVisible();

    await phone.getByRole('button', { name: 'Tambah kunci sandi' }).click();
    await phone.getByLabel('Nama kunci sandi').fill('Ponsel saya');
    await phone.getByRole('button', { name: 'Buat kunci sandi' }).click();
    await expect(phone.getByText('Kunci sandi sudah dibuat')).toBeVisible();
    await expect(phone.getByText('Ponsel saya', { exact: true })).toBeVisible();
    await expectAccessible(phone, 'security');

    await phone.getByRole('button', { name: 'Keluar', exact: true }).click();
    await expect(phone.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible();
    await phone.getByRole('button', { name: 'Pakai kunci sandi' }).click();
    await expect(phone.getByText(`Masuk sebagai ${EMAIL}`)).toBeVisible();
  });

  await test.step('a second device signs in by password, and is signed out from the first', async () => {
    const second = await citizen(browser);
    await second.goto('/masuk');
    await second.getByRole('tab', { name: 'Kata sandi' }).click();
    await second.getByLabel('Alamat surel (email)').fill(EMAIL);
    const password = second.getByLabel('Kata sandi', { exact: true }).and(second.locator('input'));
    await password.fill('bukan kata sandi saya');
    await second.getByRole('button', { name: 'Masuk', exact: true }).click();
    await expect(second.getByText('Alamat surel atau kata sandi keliru')).toBeVisible();
    await expectAccessible(second, 'wrong password');
    await password.fill(PASSWORD);
    await second.getByRole('button', { name: 'Masuk', exact: true }).click();
    await expect(second.getByRole('heading', { level: 1, name: 'Laporan saya' })).toBeVisible();

    await phone.goto('/akun/keamanan');
    await phone.getByRole('button', { name: 'Keluarkan semua yang lain' }).click();
    await expect(phone.getByText('Sudah dikeluarkan')).toBeVisible();
    await expect(phone.getByText('Masuk, dengan kunci sandi').first()).toBeVisible();
    await second.goto('/akun/keamanan');
    await expect(second.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible();
    await second.context().close();
  });

  const { number, code } = await fileReport(phone, { text: TEXT, region: 'Kuranji' });
  await settle();

  await test.step('the report is in the account, and in the file with all own data', async () => {
    await phone.goto('/akun');
    await expect(phone.getByRole('link', { name: /Lampu jalan di depan sekolah/ })).toBeVisible();
    await expectAccessible(phone, 'own reports');
    await phone.getByRole('link', { name: 'Data', exact: true }).click();
    await expectAccessible(phone, 'own data');
    const downloading = phone.waitForEvent('download');
    await phone.getByRole('button', { name: 'Unduh (JSON)' }).click();
    const file = await (await downloading).path();
    await expect(phone.getByText(/ada di unduhan Anda/)).toBeVisible();
    const text = await readFile(file, 'utf8');
    const data = JSON.parse(text) as { reports: { number: string; text: string }[] };
    expect(data.reports).toMatchObject([{ number, text: TEXT }]);
    for (const own of [EMAIL, 'Rina Wulandari', '+6281200000000', 'Ponsel saya']) expect(text).toContain(own);
    expect(text).not.toContain(PASSWORD);
  });

  await test.step('the account is deleted', async () => {
    await phone.getByRole('link', { name: /^Hapus akun/ }).click();
    await expect(phone.getByText('Laporan Anda tetap ditangani sampai selesai')).toBeVisible();
    await expectAccessible(phone, 'deleting the account');
    await phone.getByRole('button', { name: 'Kirim kode' }).click();
    await phone.getByLabel('Kode 6 angka').fill(await codeFor(phone, EMAIL));
    await expectAccessible(phone, 'confirming the end');
    await phone.getByRole('button', { name: 'Hapus akun selamanya' }).click();
    await expect(phone.getByRole('heading', { name: 'Akun Anda sudah dihapus' })).toBeVisible();
    await expectAccessible(phone, 'the end');
  });
  await settle();

  await test.step('nobody is signed in, and the passkey opens nothing', async () => {
    await phone.goto('/akun');
    await expect(phone.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible();
    await phone.getByRole('button', { name: 'Pakai kunci sandi' }).click();
    await expect(phone.getByText('Kunci sandi ini tidak dikenal')).toBeVisible();
  });

  await test.step('the report is still there for who holds its code, as its reporter', async () => {
    await phone.goto('/lacak');
    // The page asks for it a second time, where a new code is asked for.
    await phone.getByLabel('Nomor laporan').first().fill(number);
    await phone.getByLabel('Kode akses').fill(code);
    await phone.getByRole('button', { name: 'Lihat laporan saya' }).click();
    await expect(phone.getByText(TEXT).first()).toBeVisible();
    await expect(phone.getByRole('button', { name: 'Tarik laporan' })).toBeVisible();
    await expect(phone.getByText('Rina Wulandari')).toBeHidden();
    await expectAccessible(phone, 'the report after the account');
  });
});
