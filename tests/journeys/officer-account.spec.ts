import { expect } from '@playwright/test';
import { test } from './people/journey.ts';
import { PLATFORM_URL } from '../platform/addresses.ts';
import { expectAccessible } from './people/axe.ts';
import { newestMessage } from './people/mailbox.ts';
import { officer } from './people/officer.ts';
import { holdPasskeys } from './people/passkey.ts';

const EMAIL = 'diskominfo.tanahbumbu@contoh.go.id';
const PASSWORD = 'lapor-contoh-2026';
const NEW_PASSWORD = 'kerbau naik sepeda ungu';

test('an officer’s own account: passkey, recovery codes, password, sessions, a key for a system', async ({
  browser,
}) => {
  const page = await officer(browser, EMAIL);
  // The day begins at a box of reports; until then the way leads there.
  await page.waitForURL(/\/kotak\//);
  await holdPasskeys(page);
  const account = page.getByRole('heading', { level: 1, name: 'Akun saya' });
  const signOut = async () => {
    await page.getByRole('button', { name: /: Akun / }).click();
    await page.getByRole('button', { name: 'Keluar' }).click();
    await expect(page.getByLabel('Surel dinas')).toBeVisible();
  };
  const givePassword = async (password: string) => {
    await page.getByLabel('Surel dinas').fill(EMAIL);
    await page.getByLabel('Kata sandi', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Lanjut' }).click();
  };

  await test.step('the menu of the account leads to everything about it', async () => {
    await page.getByRole('button', { name: /: Akun / }).click();
    await page.getByRole('link', { name: 'Akun saya' }).click();
    await expect(account).toBeVisible();
    await expect(page.getByText('sesi ini')).toBeVisible();
    await expect(page.getByText('Masuk dengan kata sandi dan kode')).toBeVisible();
    await expectAccessible(page, 'account');
  });

  await test.step('new recovery codes are shown once, after the password', async () => {
    await page.getByRole('button', { name: 'Kode pemulihan baru' }).click();
    await page.getByLabel('Kata sandi Anda').fill('salah');
    await page.getByRole('button', { name: 'Buat kode baru' }).click();
    await expect(page.getByText('Kata sandi tidak cocok.')).toBeVisible();
    await page.getByLabel('Kata sandi Anda').fill(PASSWORD);
    await page.getByRole('button', { name: 'Buat kode baru' }).click();
    await expect(page.locator('.recovery-codes li')).toHaveCount(10);
    await expectAccessible(page, 'recovery codes');
  });
  const [recoveryCode] = await page.locator('.recovery-codes li').allInnerTexts();
  await page.getByLabel('Kode pemulihan sudah saya simpan').check();
  await page.getByRole('button', { name: 'Selesai' }).click();
  await expect(page.getByText('10 kode pemulihan tersisa')).toBeVisible();

  await test.step('a passkey is added, and opens the console alone', async () => {
    await page.getByRole('button', { name: 'Tambah kunci sandi' }).click();
    await page.getByLabel('Nama kunci ini').fill('Laptop kantor');
    await page.getByRole('button', { name: 'Buat kunci sandi' }).click();
    await expect(page.getByText('Laptop kantor', { exact: true })).toBeVisible();
    await signOut();
    await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click();
    await expect(account).toBeVisible();
  });

  await test.step('without phone and laptop a recovery code takes the place of the six digits, once', async () => {
    await signOut();
    await givePassword(PASSWORD);
    await page.getByRole('button', { name: 'Pakai kode pemulihan' }).click();
    await expectAccessible(page, 'recovery code');
    await page.getByLabel('Salah satu kode pemulihan').fill(recoveryCode!);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await expect(page.getByText('9 kode pemulihan tersisa')).toBeVisible();
  });

  await test.step('a forgotten password is set anew by mail, and the second factor is asked for all the same', async () => {
    await signOut();
    await page.getByLabel('Surel dinas').fill(EMAIL);
    await page.getByRole('button', { name: 'Lupa kata sandi?' }).click();
    await page.getByRole('button', { name: 'Kirim kode' }).click();
    const [code] = await newestMessage(EMAIL, /\b\d{6}\b/);
    await page.getByLabel('Kode dari surel').fill(code);
    await page.getByLabel('Kata sandi baru').fill('bismillah2024!');
    await page.getByRole('button', { name: 'Simpan kata sandi' }).click();
    await expect(page.getByText('terlalu umum')).toBeVisible();
    await expectAccessible(page, 'new password');
    await page.getByLabel('Kata sandi baru').fill(NEW_PASSWORD);
    await page.getByRole('button', { name: 'Simpan kata sandi' }).click();
    await expect(page.getByText('Kata sandi sudah diganti')).toBeVisible();
    await givePassword(NEW_PASSWORD);
    await page.getByRole('button', { name: 'Pakai kunci sandi' }).click();
    await expect(account).toBeVisible();
    await expect(page.getByText('Kata sandi diatur ulang lewat surel')).toBeVisible();
  });

  await test.step('a key for a system is shown once, works, counts, and ends when it is revoked', async () => {
    await page.getByRole('link', { name: 'Kunci API' }).first().click();
    await page.getByLabel('Nama kunci').fill('Dasbor Diskominfo');
    await page.getByRole('button', { name: 'Buat kunci' }).click();
    await expect(page.getByText('Kunci ini hanya tampil sekali')).toBeVisible();
    await expectAccessible(page, 'new key');
    const key = await page.locator('code.secret').innerText();
    const ask = () =>
      fetch(`${PLATFORM_URL}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-lapor-client': 'journey',
          authorization: `Bearer ${key}`,
        },
        body: JSON.stringify({ query: '{ inboxCounters { new } }' }),
      });
    expect((await ask()).status).toBe(200);
    await page.getByLabel('Kunci sudah saya simpan').check();
    await page.getByRole('button', { name: 'Selesai' }).click();
    await page.reload();
    const row = page.getByRole('row', { name: /Dasbor Diskominfo/ });
    await expect(row.getByRole('cell', { name: '1', exact: true })).toHaveCount(2);
    await expectAccessible(page, 'keys');
    await row.getByRole('button', { name: 'Cabut kunci Dasbor Diskominfo' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cabut' }).click();
    await expect(page.getByText('Belum ada kunci')).toBeVisible();
    expect((await ask()).status).toBe(401);
  });
});
