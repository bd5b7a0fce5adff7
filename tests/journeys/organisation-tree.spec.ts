import { expect, type Locator } from '@playwright/test';
import { PLATFORM_URL } from '../platform/addresses.ts';
import { expectAccessibleInBothThemes } from './people/axe.ts';
import { settle } from './people/clock.ts';
import { filedReport } from './people/filed-report.ts';
import { test } from './people/journey.ts';
import { officer } from './people/officer.ts';
import { officerByGraph } from './people/officer-by-graph.ts';

const DESK = 'verifikator@contoh.go.id';
const REASON = 'Peraturan daerah tentang susunan perangkat daerah.';

/** Types into a search of organisations and takes the one of that name. */
async function pick(field: Locator, words: string, name: RegExp): Promise<void> {
  await field.fill(words);
  await field.page().getByRole('option', { name }).first().click();
}

test('the national desk renames a unit, moves it and merges it into another: its reports go along, and the history says all of it', async ({
  browser,
}) => {
  test.slow();
  const report = await filedReport('Terminal tanpa lampu di Kuranji');
  const graph = await officerByGraph(browser, DESK);
  await graph.do('verifyReport', {
    reportId: report.id,
    class: 'GRIEVANCE',
    categoryId: 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang',
    leadOrganisationId: 'opd-13-71-dishub',
    safeToPublish: true,
  });
  await graph.leave();
  const desk = await officer(browser, DESK);
  await desk.goto(`${PLATFORM_URL}/admin/organisasi/opd-13-71-dishub`);
  const dialog = desk.getByRole('dialog');

  await test.step('another name: nothing without a reason', async () => {
    await desk.getByRole('button', { name: 'Ubah nama' }).click();
    await dialog.getByLabel('Nama resmi').fill('Dinas Perhubungan dan Terminal Kota Padang');
    await dialog.getByRole('button', { name: 'Ubah nama' }).click();
    await expect(dialog.getByText('Wajib diisi.')).toBeVisible();
    await dialog.getByLabel('Alasan').fill(REASON);
    await dialog.getByRole('button', { name: 'Ubah nama' }).click();
    await expect(dialog).toBeHidden();
    await expect(
      desk.getByRole('heading', { name: /^Dinas Perhubungan dan Terminal Kota Padang/ }).first(),
    ).toBeVisible();
  });

  await test.step('another place: below Dinas PUPR', async () => {
    await desk.getByRole('button', { name: 'Pindahkan' }).click();
    await expect(dialog.getByText(/^Sekarang di bawah Pemerintah Kota Padang/)).toBeVisible();
    await pick(dialog.getByRole('combobox'), 'pekerjaan umum', /^Dinas Pekerjaan Umum/);
    await dialog.getByLabel('Alasan').fill(REASON);
    await expectAccessibleInBothThemes(desk, 'moving');
    await dialog.getByRole('button', { name: 'Pindahkan' }).click();
    await expect(dialog).toBeHidden();
    await expect(
      desk
        .getByRole('definition')
        .filter({ hasText: /^Dinas Pekerjaan Umum dan Penataan Ruang/ })
        .first(),
    ).toBeVisible();
  });

  await test.step('merged into it after a look at what goes along, once somebody says that it cannot be undone', async () => {
    await desk.getByRole('button', { name: 'Gabungkan', exact: true }).click();
    await pick(
      dialog.getByRole('combobox', { name: 'Menjadi bagian dari' }),
      'pekerjaan umum',
      /^Dinas Pekerjaan Umum/,
    );
    await expect(dialog.getByText(/^1 organisasi menjadi bagian dari Dinas Pekerjaan Umum/)).toBeVisible();
    await dialog.getByLabel('Alasan').fill(REASON);
    await dialog.getByRole('button', { name: 'Gabungkan', exact: true }).click();
    await expect(dialog.getByText('Baca dan centang dahulu.')).toBeVisible();
    await dialog.getByLabel(/^Saya mengerti/).check();
    await expectAccessibleInBothThemes(desk, 'merging');
    await dialog.getByRole('button', { name: 'Gabungkan', exact: true }).click();
    await expect(desk).toHaveURL(/opd-13-71-dpupr$/);
    await settle();
  });

  await test.step('its report is Dinas PUPR’s, and the old address leads on with the whole history', async () => {
    await desk.goto(`${PLATFORM_URL}/admin/organisasi/opd-13-71-dishub`);
    await expect(desk.getByText('Organisasi ini sudah tidak ada').first()).toBeVisible();
    await desk.getByRole('tab', { name: 'Riwayat perubahan' }).click();
    const history = desk.getByRole('list', { name: 'Riwayat perubahan' }).getByRole('listitem');
    for (const what of ['Ganti nama', 'Dipindahkan', 'Digabungkan ke organisasi lain'])
      await expect(history.filter({ hasText: what }).filter({ hasText: REASON })).toBeVisible();
    await expectAccessibleInBothThemes(desk, 'a unit that is no more');
    const unit = await officer(browser, 'pupr.padang@contoh.go.id');
    await unit.goto(`${PLATFORM_URL}/instansi/kotak/terbuka`);
    await expect(unit.getByRole('link', { name: report.title })).toBeVisible();
  });
});
