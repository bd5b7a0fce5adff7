import { expect } from '@playwright/test';
import { PLATFORM_URL } from '../platform/addresses.ts';
import { expectAccessibleInBothThemes } from './people/axe.ts';
import { citizen } from './people/citizen.ts';
import { moveClock, settle } from './people/clock.ts';
import { filedReport } from './people/filed-report.ts';
import { test } from './people/journey.ts';
import { officer } from './people/officer.ts';
import { officerByGraph } from './people/officer-by-graph.ts';

const DESK = 'verifikator@contoh.go.id';

test('the national desk keeps identities shorter: counted first, understood, and done on its day', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const { id } = await filedReport('Lampu jalan mati di depan sekolah', {
    reporter: { email: 'pelapor.masa.simpan@contoh.id' },
  } as never);
  const other = await officerByGraph(browser, 'verifikator2@contoh.go.id');
  await other.do('archiveReport', {
    reportId: id,
    code: 'SPAM',
    text: 'Laporan ini bukan tentang layanan publik.',
  });
  await moveClock('2027-01-04T03:00:00Z');
  const desk = await officer(browser, DESK);
  await desk.goto(`${PLATFORM_URL}/admin/masa-simpan`);
  const rule = desk
    .getByRole('table', { name: 'Aturan hari ini' })
    .getByRole('row')
    .filter({ hasText: 'Identitas pelapor dihapus' })
    .filter({ hasText: 'Semua jenis' });
  await expect(rule).toContainText('365 hari (1 tahun)');
  await expect(desk.getByText('Belum ada yang dihapus')).toBeVisible();
  await expectAccessibleInBothThemes(desk, 'retention');

  await test.step('the dry run says how many, and nothing is saved before that', async () => {
    await rule.getByRole('button', { name: /^Ubah/ }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('Berapa hari setelah laporan berakhir').fill('30');
    // The browser's own clock stands elsewhere.
    await dialog.getByLabel('Berlaku mulai').fill('2027-01-11');
    await dialog.getByLabel('Alasan').fill('Keputusan menteri: identitas tidak disimpan lama.');
    await dialog.getByRole('button', { name: 'Simpan masa simpan' }).click();
    await expect(dialog.getByText('Hitung dulu akibatnya untuk angka dan hari ini.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Hitung akibatnya' }).click();
    await expect(dialog.getByText('1 laporan lebih banyak akan kena')).toBeVisible();
    await expectAccessibleInBothThemes(desk, 'another length');
    await dialog.getByLabel('Ketik 1 untuk menegaskan').fill('1');
    await dialog.getByRole('button', { name: 'Simpan masa simpan' }).click();
    await expect(desk.getByText('Masa simpan tersimpan').first()).toBeVisible();
    await expect(rule).toContainText('Mulai 11 Januari 2027: 30 hari');
    await expect(rule).toContainText('1 perubahan');
  });

  await test.step('on its day the job does it, and the ledger says how many', async () => {
    await moveClock('2027-01-12T03:00:00Z');
    await settle();
    await desk.goto(`${PLATFORM_URL}/admin/masa-simpan`);
    const ledger = desk.getByRole('table', { name: 'Yang sudah dijalankan' });
    const done = ledger.getByRole('row').filter({ hasText: 'Semua jenis' });
    await expect(done).toContainText('sejak 11 Januari 2027');
    await expect(done.getByRole('cell').last()).toHaveText('1');
    await expect(rule).toContainText('30 hari');
  });
});

test('a category begins to ask for name and NIK, and the citizen’s form asks for them', async ({
  browser,
}) => {
  const desk = await officer(browser, DESK);
  await desk.goto(`${PLATFORM_URL}/admin/kategori?cari=jalan%20berlubang`);
  const change = desk.getByRole('button', { name: 'Ubah syarat Jalan Berlubang' });
  await expectAccessibleInBothThemes(desk, 'categories');
  await change.click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('Identitas pelapor').selectOption('IDENTITY');
  await expect(dialog.getByText(/Formulir meminta nama dan NIK/)).toBeVisible();
  await expect(dialog.getByText('Tidak ada laporan yang sedang berjalan.')).toBeVisible();
  await dialog.getByLabel('Alasan').fill('Uji coba verifikasi identitas untuk jalan.');
  await expectAccessibleInBothThemes(desk, 'what a category asks');
  await dialog.getByRole('button', { name: 'Simpan syarat' }).click();
  await expect(desk.getByText('Syarat kategori tersimpan.')).toBeVisible();
  await expect(desk.getByRole('row').filter({ has: change })).toContainText('nama dan NIK');

  const phone = await citizen(browser);
  await phone.goto(`${PLATFORM_URL}/`);
  await phone.getByRole('link', { name: 'Buat laporan' }).first().click();
  await phone.getByLabel('Apa yang terjadi?').fill('Jalan berlubang di depan pasar, sudah dua motor jatuh.');
  await phone.getByText('Jalan Berlubang', { exact: true }).first().click();
  await phone.getByRole('button', { name: 'Lanjut: di mana dan kapan' }).click();
  await phone.getByRole('combobox', { name: 'Kecamatan, kabupaten, atau kota' }).fill('Kuranji');
  await phone
    .getByRole('option', { name: /Kuranji/ })
    .first()
    .click();
  await phone.getByRole('button', { name: 'Lanjut: foto dan kontak' }).click();
  await expect(
    phone.getByText('Tanpa nama dan NIK instansi tidak dapat menanganinya.', { exact: false }),
  ).toBeVisible();
  await expect(phone.getByLabel('NIK', { exact: true })).toBeVisible();
});

test('national templates and the log of imports are at hand, by keyboard and on a phone', async ({
  browser,
}) => {
  const desk = await officer(browser, DESK, 390);
  for (const path of ['/pola', '/data-acuan', '/masa-simpan', '/kategori']) {
    await desk.goto(`${PLATFORM_URL}/admin${path}`);
    await expect(desk.locator('main .skeleton')).toHaveCount(0);
    await expectAccessibleInBothThemes(desk, path);
    const wide = await desk.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide, `${path} is wider than the phone`).toBeLessThanOrEqual(0);
  }
  await desk.goto(`${PLATFORM_URL}/admin/data-acuan`);
  const log = desk.getByRole('table', { name: 'Yang dimuat, terbaru dulu' });
  await expect(log.getByRole('row').filter({ hasText: 'categories.csv' }).first()).toContainText('Dimuat');
  await expect(desk.getByRole('table', { name: 'Asal dan lisensi' })).toContainText('MIT');

  await desk.goto(`${PLATFORM_URL}/admin/pola`);
  await desk.getByRole('button', { name: 'Pola baru' }).press('Enter');
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('Nama pola').fill('Sudah dijadwalkan');
  await dialog.getByLabel('Tulisan').fill('Laporan Anda sudah kami jadwalkan.');
  await dialog.getByLabel('Tulisan').press('Control+Enter');
  await expect(desk.getByRole('heading', { name: 'Sudah dijadwalkan' })).toBeVisible();
  const agency = await officer(browser, 'diskominfo.padang@contoh.go.id');
  await agency.goto(`${PLATFORM_URL}/instansi/pola`);
  await expect(agency.getByRole('heading', { name: 'Sudah dijadwalkan' })).toBeVisible();
  await expect(agency.getByText(/Untuk semua instansi/)).toBeVisible();
  await expect(agency.getByRole('button', { name: /^Ubah/ })).toHaveCount(0);
});
