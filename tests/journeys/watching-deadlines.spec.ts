import { expect, type Page } from '@playwright/test';
import { test } from './people/journey.ts';
import { PLATFORM_URL } from '../platform/addresses.ts';
import { expectAccessible } from './people/axe.ts';
import { citizen, fileReport } from './people/citizen.ts';
import { moveClock, settle } from './people/clock.ts';
import { officer } from './people/officer.ts';

/** Opens pages of the national console one after the other, in both themes, and holds each against axe. */
async function expectPagesAccessible(page: Page, paths: readonly string[]): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const path of paths) {
      await page.goto(`${PLATFORM_URL}/admin${path}`);
      // What is still on its way has no rows yet.
      await expect(page.locator('main .skeleton')).toHaveCount(0);
      await expectAccessible(page, `${path} in the ${colorScheme} theme`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

test('a report that nobody verifies: warnings, a case, a letter in a person’s words, a programme', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const desk = await officer(browser, 'verifikator@contoh.go.id');
  const ombudsman = await officer(browser, 'ombudsman@contoh.go.id');
  const phone = await citizen(browser);
  const { number } = await fileReport(phone, {
    text: 'Jembatan gantung menuju sekolah putus, anak-anak menyeberang lewat sungai.',
    region: 'Kuranji',
  });
  const spaced = `${number.slice(0, 4)} ${number.slice(4)}`;

  await test.step('KSP names what is urgent, and the report is marked', async () => {
    const ksp = await officer(browser, 'ksp@contoh.go.id');
    await ksp.getByRole('link', { name: 'Program prioritas' }).first().click();
    await ksp.getByRole('button', { name: 'Buat program' }).click();
    await ksp.getByLabel('Nama program').fill('Jembatan untuk anak sekolah');
    await expectAccessible(ksp, 'new programme');
    await ksp.getByRole('button', { name: 'Simpan' }).click();
    await expect(ksp.getByText('Isi sedikitnya satu kata, kategori, atau wilayah.')).toBeVisible();
    await ksp.getByLabel('Kata', { exact: true }).fill('jembatan gantung, jembatan putus');
    await ksp.getByRole('button', { name: 'Simpan' }).click();
    await expect(ksp.getByText('Program disimpan.')).toBeVisible();
    await settle();
    await ksp.getByRole('link', { name: 'Jembatan untuk anak sekolah' }).click();
    await expect(ksp.getByText(spaced)).toBeVisible();
    await expectPagesAccessible(ksp, ['/prioritas', new URL(ksp.url()).pathname.replace('/admin', '')]);
  });

  await test.step('its deadlines pass: the desk is warned, and the Ombudsman gets a case', async () => {
    await moveClock('2027-01-04T03:00:00Z');
    await expectPagesAccessible(desk, ['/peringatan', '/kalender', '/kebijakan', '/kesehatan']);
    await desk.goto(`${PLATFORM_URL}/admin/peringatan`);
    const warned = desk.getByRole('row').filter({ hasText: spaced });
    await expect(warned.filter({ hasText: 'Lewat tenggat' }).first()).toBeVisible();
    await ombudsman.goto(`${PLATFORM_URL}/admin/pengawasan`);
    await ombudsman.getByRole('row').filter({ hasText: spaced }).getByRole('link').click();
    await expect(ombudsman.getByText('tanpa rencana atau hasil sampai tenggat')).toBeVisible();
    await ombudsman.getByRole('button', { name: 'Minta klarifikasi' }).click();
    await ombudsman.getByLabel('Isi').fill('Mengapa laporan ini belum diverifikasi?');
    await expectAccessible(ombudsman, 'asking for a clarification');
    await ombudsman.getByRole('button', { name: 'Kirim' }).click();
    await expect(ombudsman.getByText('Klarifikasi diminta').first()).toBeVisible();
  });
  const casePath = new URL(ombudsman.url()).pathname.replace('/admin', '');

  await test.step('no clarification comes: the letter is put into other words, read and approved', async () => {
    await moveClock('2027-01-25T03:00:00Z');
    await ombudsman.reload();
    await ombudsman.getByRole('button', { name: 'Ubah naskah' }).click();
    const below = ombudsman.getByLabel('Di bawah tabel fakta');
    await below.fill('Anak-anak menyeberang lewat sungai.\n\nHubungi 0812 3456 7890.');
    await ombudsman.getByRole('button', { name: 'Simpan naskah' }).click();
    await expect(ombudsman.getByText('Ada yang tampak seperti nomor telepon')).toBeVisible();
    await expectAccessible(ombudsman, 'editing a letter');
    await below.fill('Anak-anak menyeberang lewat sungai.');
    await ombudsman.getByRole('button', { name: 'Simpan naskah' }).click();
    const preview = ombudsman.getByRole('link', { name: 'Unduh PDF dengan naskah yang baru' });
    const pdf = await ombudsman.request.get(PLATFORM_URL + (await preview.getAttribute('href'))!);
    expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    await expect(ombudsman.getByText('naskah sudah diubah')).toBeVisible();

    await ombudsman.getByRole('button', { name: 'Setujui dan kirim' }).click();
    await ombudsman.getByLabel('Saya sudah membaca surat ini').check();
    await expectAccessible(ombudsman, 'approving a letter');
    await ombudsman.getByRole('dialog').getByRole('button', { name: 'Setujui dan kirim' }).click();
    await expect(ombudsman.getByText('/LAPOR/I/2027').first()).toBeVisible();
    await expectPagesAccessible(ombudsman, [
      '/pengawasan?tahap=klarifikasi',
      '/pengawasan?tahap=surat',
      casePath,
    ]);
  });
});
