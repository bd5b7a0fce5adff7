import { expect } from '@playwright/test';
import { test } from './people/journey.ts';
import { citizen, fileReport } from './people/citizen.ts';
import { letStand, moveClock, settle } from './people/clock.ts';
import { officer } from './people/officer.ts';
import { verify } from './people/verification-desk.ts';

test('a result without a word closes the report by itself after ten working days', async ({ browser }) => {
  const phone = await citizen(browser);
  const { number } = await fileReport(phone, {
    text: 'Lampu penerangan jalan di ruas menuju terminal padam sejak minggu lalu.',
    region: 'Kuranji',
  });
  await settle();
  const desk = await officer(browser, 'verifikator@contoh.go.id');
  await verify(desk, {
    number,
    category: { search: 'penerangan jalan', name: /Penerangan Jalan/ },
    lead: { search: 'dishub kota padang', name: /Dinas Perhubungan Kota Padang/ },
  });
  await settle();

  const unit = await officer(browser, 'dishub.padang@contoh.go.id');
  await unit
    .getByRole('link', { name: /Lampu penerangan/ })
    .first()
    .click();
  await unit.getByRole('tab', { name: 'Hasil' }).click();
  await unit.getByRole('textbox', { name: 'Isi jawaban' }).fill('Delapan lampu sudah menyala kembali.');
  await unit.getByRole('combobox', { name: 'Bagaimana hasilnya?' }).selectOption('Selesai ditangani');
  await unit.getByRole('textbox', { name: 'Mengapa tanpa bukti?' }).fill('Foto menyusul setelah malam.');
  await unit.getByRole('button', { name: /Kirim ke warga/ }).click();
  await letStand(unit, 'Jawaban terkirim.');
  await settle();

  await phone.getByRole('button', { name: 'Buka laporan saya' }).click();
  // Ten working days after Friday, 20 November 2026.
  await expect(phone.getByText(/ditutup sendiri setelah Jumat, 4 Desember/)).toBeVisible();
  await moveClock('2026-12-04T16:59:00Z');
  await phone.reload();
  await expect(phone.getByRole('button', { name: 'Ya, sudah beres' })).toBeVisible();
  await moveClock('2026-12-04T17:01:00Z');
  await phone.reload();
  await expect(phone.getByText('Selesai', { exact: true }).first()).toBeVisible();
  await expect(phone.getByText('Ternyata belum beres?')).toBeVisible();
});
