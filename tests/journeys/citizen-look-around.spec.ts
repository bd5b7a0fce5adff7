import { expect } from '@playwright/test';
import { test } from './people/journey.ts';
import { expectAccessibleInBothThemes } from './people/axe.ts';
import { citizen } from './people/citizen.ts';
import { filedReport } from './people/filed-report.ts';
import { officer } from './people/officer.ts';
import { publish } from './people/published-report.ts';

const LAMP = 'Lampu penyeberangan Simpang Haru mati';
const DRAIN = 'Saluran air Simpang Haru tersumbat';

test('somebody with a phone looks around: a search with a typing error, filters, the map, an agency, the open figures', async ({
  browser,
}) => {
  const lamp = await filedReport(LAMP, { point: { latitude: -0.949, longitude: 100.383 } } as object);
  const drain = await filedReport(DRAIN, { point: { latitude: -0.95, longitude: 100.372 } } as object);
  const desk = await officer(browser, 'verifikator@contoh.go.id');
  await publish(desk, [lamp.id, drain.id]);
  await desk.context().close();

  const phone = await citizen(browser);
  const asked: string[] = [];
  phone.on('request', (request) => {
    if (request.url().endsWith('/graphql')) asked.push(request.postData() ?? '');
  });
  const results = phone.getByRole('region', { name: 'Hasil' });
  const link = (title: string) => phone.getByRole('link', { name: new RegExp(title) });

  await test.step('a search forgives a typing error, and its address can be shared', async () => {
    await phone.goto('/laporan');
    await phone.getByLabel('Cari', { exact: true }).fill('lampu penyebrangan simpang haru');
    await phone.getByRole('button', { name: 'Cari', exact: true }).click();
    await expect(link(LAMP)).toBeVisible();
    await expect(phone).toHaveURL(/\/laporan\?q=lampu\+penyebrangan\+simpang\+haru$/);
    await expectAccessibleInBothThemes(phone, 'search');
  });

  await test.step('filters count what stands behind them, and each can be taken off', async () => {
    await phone.goto('/laporan?q=simpang+haru');
    await phone.getByRole('button', { name: 'Saringan', exact: true }).click();
    await phone.getByRole('combobox', { name: 'Wilayah', exact: true }).fill('kota padang');
    await phone
      .getByRole('option', { name: /^Kota Padang/ })
      .first()
      .click();
    await expect(phone).toHaveURL(/wilayah=13\.71/);
    await phone.getByLabel('Status').selectOption({ label: 'Terdisposisi (2)' });
    await expect(phone).toHaveURL(/status=terdisposisi/);
    await expect(results.getByRole('link')).toHaveCount(2);
    await expectAccessibleInBothThemes(phone, 'filters');
    await phone.getByRole('button', { name: /^Kota Padang, Sumatera Barat/ }).click();
    await expect(phone).not.toHaveURL(/wilayah/);
    await phone.getByLabel('Jenis').selectOption({ index: 1 });
    await expect(phone).toHaveURL(/jenis=pengaduan/);
    // Each step is a page of its own in the browser's history.
    await phone.goBack();
    await expect(phone).not.toHaveURL(/jenis/);
    await expect(phone).toHaveURL(/status=terdisposisi/);
  });

  await test.step('whoever comes back from a report is where they were', async () => {
    await link(DRAIN).click();
    await expect(phone.getByRole('heading', { level: 1, name: DRAIN })).toBeVisible();
    await phone.getByRole('link', { name: 'Laporan publik' }).first().click();
    await expect(phone).toHaveURL(/q=simpang\+haru&status=terdisposisi$/);
    await expect(link(DRAIN)).toBeFocused();
  });

  await test.step('what finds nothing says what may help', async () => {
    await phone.goto('/laporan?q=naga+terbang+hijau&wilayah=13.71');
    await expect(phone.getByText('Tidak ada laporan yang cocok')).toBeVisible();
    await expect(phone.getByText(/Coba wilayah yang lebih luas/)).toBeVisible();
    await phone.getByRole('button', { name: 'Hapus semua saringan' }).last().click();
    await expect(phone).toHaveURL(/\/laporan$/);
  });

  await test.step('the map shows the same reports, opens its groups, and is asked for once', async () => {
    asked.length = 0;
    await phone.goto('/laporan?q=simpang+haru&wilayah=13.71&tampilan=peta');
    const map = phone.getByRole('application', { name: /^Peta laporan/ });
    await expect(map).toBeVisible();
    expect(asked.filter((body) => /LookAround/.test(body))).toHaveLength(1);
    const group = map.getByRole('button', { name: /2 laporan berdekatan/ });
    const single = map.getByRole('button', { name: LAMP });
    await expect(group.or(single).first()).toBeVisible();
    const comeNear = () =>
      expect(async () => {
        if (await group.isVisible()) await group.click();
        await expect(single).toBeVisible({ timeout: 2_000 });
      }).toPass();
    await comeNear();
    await single.focus();
    await phone.keyboard.press('Enter');
    await expect(
      phone
        .locator('.map-side')
        .getByRole('link', { name: new RegExp(LAMP) })
        .first(),
    ).toBeVisible();
    await expectAccessibleInBothThemes(phone, 'map');
    // Both are one search: the list follows the map, and its part of the country stands in the address.
    await map.focus();
    await phone.keyboard.press('+');
    await expect(phone).toHaveURL(/&area=-?[\d.]+%2C/);
    await expect(phone.getByRole('heading', { name: 'Laporan di bagian peta ini' })).toBeVisible();
    const inSight = await phone.locator('.report-list li:has(article, a)').count();
    await phone.getByRole('link', { name: 'Daftar', exact: true }).click();
    await expect(phone.getByRole('button', { name: /^bagian peta yang terlihat/ })).toBeVisible();
    await expect(phone.locator('.report-list li:has(article, a)')).toHaveCount(inSight);
    await phone.getByRole('button', { name: /^bagian peta yang terlihat/ }).click();
    await expect(results.getByRole('link')).toHaveCount(2);
    await phone.goto('/laporan?q=simpang+haru&area=-0.951,100.37,-0.9495,100.375&tampilan=peta');
    await expect(results.getByRole('link')).toHaveCount(0);
    await expect(
      phone.getByRole('region', { name: 'Laporan di bagian peta ini' }).getByRole('link'),
    ).toHaveCount(1);
    await phone.goto('/laporan?q=simpang+haru&wilayah=13.71&tampilan=peta');
    await expect(group.or(single).first()).toBeVisible();
    await comeNear();
    await single.focus();
    await phone.keyboard.press('Enter');
    await phone
      .locator('.map-side')
      .getByRole('link', { name: new RegExp(LAMP) })
      .first()
      .click();
    await expect(phone.getByRole('heading', { level: 1, name: LAMP })).toBeVisible();
  });

  await test.step('the report leads to its agency, which tells what it handles and how it does', async () => {
    await phone.getByRole('link', { name: 'Pemerintah Kota Padang' }).first().click();
    await expect(phone.getByRole('heading', { level: 1, name: 'Pemerintah Kota Padang' })).toBeVisible();
    await expect(phone.getByRole('heading', { name: 'Yang dilaporkan kepadanya' })).toBeVisible();
    await expect(phone.getByText('belum cukup data').first()).toBeVisible();
    await expect(phone.getByText(/Kurang dari 30 laporan/)).toBeVisible();
    await expect(phone.getByText('Tenggat: laporan yang masih terbuka sekarang')).toBeVisible();
    await expectAccessibleInBothThemes(phone, 'agency');
    await phone.getByRole('link', { name: 'Lapor ke instansi ini' }).click();
    await expect(phone.getByText('Laporan ini untuk Pemerintah Kota Padang')).toBeVisible();
    await phone.reload();
    await expect(phone.getByText('Laporan ini untuk Pemerintah Kota Padang')).toBeVisible();
    await phone.getByRole('button', { name: 'Jangan tujukan ke instansi tertentu' }).click();
    await expect(phone.getByText('Laporan ini untuk Pemerintah Kota Padang')).toBeHidden();
    await phone.goto('/kinerja/pemkot-13-71');
    await phone.getByRole('link', { name: 'Kinerja instansi' }).first().click();
    await phone.getByLabel('Cari instansi').fill('dinas pekerjan umum padang');
    await phone.getByRole('button', { name: 'Cari', exact: true }).click();
    const unit = phone.getByRole('link', { name: /Dinas Pekerjaan Umum/ }).first();
    await expect(unit).toBeVisible();
    await expectAccessibleInBothThemes(phone, 'agencies');
    await unit.click();
    await expect(phone.getByText(/belum per unit/)).toBeVisible();
  });

  await test.step('open figures say their finding; the period stands in the address', async () => {
    await phone.goto('/statistik');
    await expect(phone.getByText('Per bulan: yang diterima dan yang diselesaikan')).toBeVisible();
    await expectAccessibleInBothThemes(phone, 'statistics');
    await phone.getByLabel('Laporan yang masuk dalam').selectOption({ label: '3 bulan terakhir' });
    await expect(phone).toHaveURL(/periode=3-bulan/);
    const download = phone.waitForEvent('download');
    await phone.getByRole('link', { name: 'Unduh tabel (CSV)' }).first().click();
    expect((await download).suggestedFilename()).toBe('activity.csv');
  });

  await test.step('nothing stands wider than the phone, in English as well', async () => {
    for (const path of [
      '/laporan',
      '/laporan?tampilan=peta',
      '/kinerja',
      '/kinerja/pemkot-13-71',
      '/statistik',
    ]) {
      await phone.goto(path);
      await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
      await phone.getByRole('button', { name: /^EN/ }).click();
      await expect(phone.locator('html')).toHaveAttribute('lang', 'en');
      expect(
        await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await phone.getByRole('button', { name: /^ID/ }).click();
    }
  });
});
