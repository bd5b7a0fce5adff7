import type { Page } from '@playwright/test';
import { letStand } from './clock.ts';
import { PLATFORM_URL } from '../../platform/addresses.ts';

interface Decision {
  number: string;
  /** Words to search the category by, and its name. */
  category: { search: string; name: RegExp };
  /** Words to search the organisation by, and its name. */
  lead: { search: string; name: RegExp };
  isConfidential?: boolean;
  hasPhoto?: boolean;
  /** A sensitive category: the desk says that what the reporter gave supports it. */
  isSensitive?: boolean;
}

/** The national desk verifies a report as a grievance and passes it on. */
export async function verify(
  desk: Page,
  { number, category, lead, isConfidential, hasPhoto, isSensitive }: Decision,
): Promise<void> {
  await desk.goto(`${PLATFORM_URL}/admin/verifikasi/${number}`);
  await desk.getByRole('button', { name: 'Keluhan' }).click();
  await pick(desk, /Pilih kategori lain/, /kategori/i, category);
  await pick(desk, /Cari instansi lain/, /instansi|Teruskan/i, lead);
  if (isSensitive) await desk.getByLabel('Data dari pelapor cukup mendukung').check();
  if (!isConfidential) {
    await desk.getByLabel('Data pribadi sudah disamarkan').check();
    await desk.getByLabel('Tidak menuduh orang dengan nama').check();
    if (hasPhoto) await desk.getByLabel('Lampiran sudah diperiksa').check();
  }
  await desk.getByRole('button', { name: /^Teruskan/ }).click();
  await letStand(desk, 'Laporan diteruskan.');
}

async function pick(
  desk: Page,
  opener: RegExp,
  field: RegExp,
  { search, name }: { search: string; name: RegExp },
): Promise<void> {
  await desk.getByRole('button', { name: opener }).click();
  await desk.getByRole('combobox', { name: field }).last().fill(search);
  await desk.getByRole('option', { name }).first().click();
}
