import { expect } from '@playwright/test';
import { expectAccessibleInBothThemes } from './people/axe.ts';
import { settle } from './people/clock.ts';
import { comingDay } from './people/coming-day.ts';
import { filedReport } from './people/filed-report.ts';
import { test } from './people/journey.ts';
import { officer } from './people/officer.ts';
import { officerByGraph } from './people/officer-by-graph.ts';
import { aPhoto } from '../pages/photo.ts';

const NOTE = 'Lubang sudah ditutup, aspal perlu mengering sehari.';

test('a unit sends somebody into the field by a secret link: the phone shows place and task and never the report, brings a photo, and the link ends with the work', async ({
  browser,
}) => {
  test.slow();
  const report = await filedReport('Jalan berlubang di depan puskesmas', {
    placeText: 'Depan Puskesmas Kuranji',
    point: { latitude: -0.9201, longitude: 100.4012 },
  } as never);
  const desk = await officerByGraph(browser, 'verifikator@contoh.go.id');
  await desk.do('verifyReport', {
    reportId: report.id,
    class: 'GRIEVANCE',
    categoryId: 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang',
    leadOrganisationId: 'opd-13-71-dpupr',
    safeToPublish: true,
  });
  await desk.leave();

  const unit = await officer(browser, 'pupr.padang@contoh.go.id');
  let link = '';
  await test.step('the unit writes the order in own words; those of the report are refused', async () => {
    await unit.goto(`/instansi/laporan/${report.number}`);
    await unit.getByRole('button', { name: 'Perintah kerja', exact: true }).click();
    const dialog = unit.getByRole('dialog');
    await expect(dialog.getByLabel('Tempat', { exact: true })).toHaveValue('Depan Puskesmas Kuranji');
    const task = dialog.getByLabel('Apa yang harus dikerjakan?');
    await task.fill(`${report.title}. Sudah sebulan begini dan belum ada yang datang.`);
    await dialog.getByLabel('Paling lambat').fill(comingDay());
    await dialog.getByRole('button', { name: 'Buat perintah kerja' }).click();
    await expect(dialog.getByText('Ini menyalin isi laporan. Tulis dengan kata-kata sendiri.')).toBeVisible();
    await task.fill('Tutup satu lubang, foto sebelum dan sesudah.');
    await expectAccessibleInBothThemes(unit, 'work order');
    await dialog.getByRole('button', { name: 'Buat perintah kerja' }).click();
    link = await unit.getByLabel('Tautan untuk petugas lapangan').inputValue();
    await expectAccessibleInBothThemes(unit, 'link of a work order');
    await unit.getByRole('dialog').getByRole('button', { name: 'Selesai' }).click();
    await settle();
  });

  const secret = new URL(link).hash.slice(1);
  const openOnPhone = async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const phone = await context.newPage();
    await phone.goto(link);
    return phone;
  };
  await test.step('a phone without an account opens it, and brings what was found', async () => {
    const phone = await openOnPhone();
    await expect(phone.getByRole('heading', { level: 1, name: 'Tugas lapangan' })).toBeVisible();
    expect(phone.url(), 'the secret has left the address bar').not.toContain(secret);
    await expect(phone.getByText('Tutup satu lubang, foto sebelum dan sesudah.')).toBeVisible();
    await expect(phone.getByRole('link', { name: /^-0\.92/ })).toHaveAttribute('href', /^geo:-0\.92/);
    for (const hidden of [report.title, report.number, 'belum ada yang datang'])
      await expect(phone.getByText(hidden)).toHaveCount(0);
    await expectAccessibleInBothThemes(phone, 'work in the field');
    const wide = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide, 'nothing is wider than the phone').toBeLessThanOrEqual(0);
    await phone.getByLabel('Catatan').fill(NOTE);
    const asked = phone.waitForEvent('filechooser');
    await phone.getByRole('button', { name: 'Lampirkan bukti' }).click();
    await (await asked).setFiles(await aPhoto('sesudah.png'));
    // Sent while the photo is on its way: it goes with it.
    await phone.getByRole('button', { name: 'Kirim', exact: true }).click();
    await expect(phone.getByRole('list', { name: 'Yang sudah dikirim' }).getByText(NOTE)).toBeVisible();
    await phone.getByRole('button', { name: 'Tugas selesai' }).click();
    await expect(
      phone.getByText('Terima kasih. Unit pemberi tugas sudah dapat melihat hasilnya.'),
    ).toBeVisible();
    await phone.context().close();
    await settle();
  });

  await test.step('the unit reads it on the report and sees the photo; nobody outside does', async () => {
    await unit.reload();
    await unit.getByText(/^Lihat yang dikirim ke lapangan/).click();
    const order = unit.getByRole('article', { name: /^SPK-/ });
    await expect(order.getByText(NOTE)).toBeVisible();
    await expect(order.locator('img').first()).toBeVisible();
    await expectAccessibleInBothThemes(unit, 'what came from the field');
    const stranger = await (await browser.newContext()).newPage();
    await stranger.goto(`/laporan/${report.number}`);
    await expect(stranger.getByText(report.title).first()).toBeVisible();
    await expect(stranger.getByText(NOTE)).toHaveCount(0);
    await stranger.context().close();
  });

  await test.step('the link of work that is done takes nothing more', async () => {
    const phone = await openOnPhone();
    await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(phone.getByLabel('Catatan')).toHaveCount(0);
    await expect(phone.getByRole('button', { name: 'Kirim', exact: true })).toHaveCount(0);
  });
});
