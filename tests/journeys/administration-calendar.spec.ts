import { expect } from '@playwright/test';
import { PLATFORM_URL } from '../platform/addresses.ts';
import { expectAccessibleInBothThemes } from './people/axe.ts';
import { settle } from './people/clock.ts';
import { filedReport } from './people/filed-report.ts';
import { test } from './people/journey.ts';
import { officer } from './people/officer.ts';

const DESK = 'verifikator@contoh.go.id';

test('a day off is added to the calendar after a look at what it moves, and the deadline moves', async ({
  browser,
}) => {
  const report = await filedReport('Halte roboh di Pauh');
  const desk = await officer(browser, DESK);
  await desk.goto(`${PLATFORM_URL}/admin/laporan/${report.number}`);
  // Three working days from Friday, 20 November 2026.
  await expect(desk.getByText(/^Rabu, 25 November 2026, akhir hari/).first()).toBeVisible();
  await desk.goto(`${PLATFORM_URL}/admin/kalender`);
  await desk.getByRole('button', { name: 'Tambah hari libur' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('Hari', { exact: true }).fill('2026-11-24');
  const effect = dialog.getByRole('region', { name: 'Dampak pada tenggat yang berjalan' });
  await expect(effect.getByText(/^Menggeser \d+ tenggat$/)).toBeVisible();
  await expect(effect.getByText(/menjadi lebih lambat/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Simpan dan hitung ulang' }).click();
  await expect(dialog.getByLabel('Nama', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Nama', { exact: true }).fill('Cuti bersama pemilihan');
  await dialog.getByLabel('Jenis').selectOption('Cuti bersama');
  await dialog.getByLabel('Dasar keputusan').fill('SKB 3 Menteri 2026');
  await expectAccessibleInBothThemes(desk, 'a day off and what it moves');
  await dialog.getByRole('button', { name: 'Simpan dan hitung ulang' }).click();
  await expect(desk.getByText('Kalender tersimpan')).toBeVisible();
  await expect(desk.getByRole('row').filter({ hasText: 'Cuti bersama pemilihan' })).toBeVisible();
  await settle();
  await desk.goto(`${PLATFORM_URL}/admin/laporan/${report.number}`);
  await expect(desk.getByText(/^Kamis, 26 November 2026, akhir hari/).first()).toBeVisible();
});
