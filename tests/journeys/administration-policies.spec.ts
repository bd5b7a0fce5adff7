import { expect } from '@playwright/test';
import { PLATFORM_URL } from '../platform/addresses.ts';
import { expectAccessibleInBothThemes } from './people/axe.ts';
import { moveClock, settle } from './people/clock.ts';
import { filedReport } from './people/filed-report.ts';
import { forgetSessions, officer } from './people/officer.ts';
import { test } from './people/journey.ts';

const DESK = 'verifikator@contoh.go.id';

test('the desk gives verification more days from a day to come, and running deadlines go over after a look at what moves', async ({
  browser,
}) => {
  const report = await filedReport('Halte roboh di Pauh');
  const desk = await officer(browser, DESK);
  await desk.goto(`${PLATFORM_URL}/admin/kebijakan`);
  const dialog = desk.getByRole('dialog');

  await test.step('a policy needs a day to come and its decree; what runs stays as it was', async () => {
    // A page goes by the clock of its machine, which may be anywhere.
    await desk.clock.setFixedTime('2026-11-20T02:45:00Z');
    await desk.reload();
    await desk.getByRole('button', { name: 'Buat kebijakan' }).click();
    await dialog.getByLabel('Berlaku mulai').fill('2026-11-20');
    await dialog.getByLabel('Peraturan').fill('Permen PANRB 9/2026');
    await dialog.getByRole('spinbutton', { name: 'Pemeriksaan Hari' }).fill('5');
    await dialog.getByRole('button', { name: 'Simpan kebijakan' }).click();
    await expect(dialog.getByText('Isi tanggal mulai besok.')).toBeVisible();
    await dialog.getByLabel('Berlaku mulai').fill('2026-11-23');
    await expect(dialog.getByText('Pemeriksaan: 3 hari kerja menjadi 5 hari kerja')).toBeVisible();
    await expectAccessibleInBothThemes(desk, 'a new policy');
    await dialog.getByRole('button', { name: 'Simpan kebijakan' }).click();
    await expect(desk.getByText('Kebijakan tersimpan')).toBeVisible();
    await expect(desk.getByText('Permen PANRB 9/2026')).toBeVisible();
    await desk.goto(`${PLATFORM_URL}/admin/laporan/${report.number}`);
    // Three working days from Friday, 20 November 2026.
    await expect(desk.getByText(/^Rabu, 25 November 2026, akhir hari/).first()).toBeVisible();
    await desk.context().close();
  });

  await test.step('in force on Monday: a dry run says what moves, and then it moves', async () => {
    await moveClock('2026-11-23T02:00:00Z');
    forgetSessions();
    const monday = await officer(browser, DESK);
    await monday.goto(`${PLATFORM_URL}/admin/kebijakan`);
    await monday.getByRole('button', { name: 'Pindahkan tenggat berjalan' }).click();
    const migrating = monday.getByRole('dialog');
    await migrating.getByLabel('Pemeriksaan', { exact: true }).check();
    await migrating.getByRole('button', { name: 'Hitung dampak' }).click();
    await expect(migrating.getByText(/^Menggeser 1 tenggat$/)).toBeVisible();
    await expect(migrating.getByText(/1 menjadi lebih lambat/)).toBeVisible();
    await migrating.getByLabel('Alasan').fill('Peraturan baru berlaku juga untuk yang menunggu.');
    await expectAccessibleInBothThemes(monday, 'running deadlines go over');
    await migrating.getByRole('button', { name: 'Pindahkan dan hitung ulang' }).click();
    await expect(monday.getByText('Tenggat dipindahkan', { exact: true })).toBeVisible();
    await settle();
    await monday.goto(`${PLATFORM_URL}/admin/laporan/${report.number}`);
    await expect(monday.getByText(/^Jumat, 27 November 2026, akhir hari/).first()).toBeVisible();
  });
});
