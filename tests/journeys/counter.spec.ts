import { expect, type Page } from '@playwright/test';
import { test } from './people/journey.ts';
import { PLATFORM_URL } from '../platform/addresses.ts';
import { expectAccessible, expectAccessibleInBothThemes } from './people/axe.ts';
import { moveClock, settle } from './people/clock.ts';
import { newestMessage } from './people/mailbox.ts';
import { officer } from './people/officer.ts';
import { officerByGraph } from './people/officer-by-graph.ts';

const TEXT =
  'Lampu penerangan jalan di ruas menuju terminal padam sejak minggu lalu. Malam hari gelap sekali dan sudah ada yang jatuh.';
const PHONE = '0812 0000 1234';
const PLAN = 'Delapan lampu diganti minggu depan, mulai dari depan terminal.';

interface Filed {
  id: string;
  number: string;
  receipt: { checkUrl: string };
}

/** What the server answered to the filing; the paper shows it as a code. */
async function filedBy(page: Page, act: () => Promise<unknown>): Promise<Filed> {
  const [response] = await Promise.all([
    page.waitForResponse(
      (answer) =>
        answer.url().endsWith('/graphql') && (answer.request().postData() ?? '').includes('FileOnBehalf'),
    ),
    act(),
  ]);
  return (await response.json()).data.result.report as Filed;
}

test('a report by telephone: read back, filed by keyboard, printed, checked by anybody, followed by messages to its end', async ({
  browser,
}, info) => {
  const desk = await officer(browser, 'diskominfo.padang@contoh.go.id');
  await desk.goto(`${PLATFORM_URL}/instansi/catat`);
  const text = desk.getByRole('textbox', { name: 'Isi laporan' });
  await text.fill(TEXT);
  await desk.getByRole('button', { name: /^Pakai:/ }).click();
  await expect(desk.getByLabel('Judul')).toHaveValue(
    'Lampu penerangan jalan di ruas menuju terminal padam sejak minggu lalu',
  );
  await desk.getByRole('combobox', { name: 'Wilayah kejadian' }).fill('kuranji');
  await desk
    .getByRole('option', { name: /Kuranji/ })
    .first()
    .click();
  await desk.getByLabel('Nomor ponsel', { exact: true }).fill(PHONE);
  await expect(desk.getByRole('definition').filter({ hasText: '0812 0000 1234' })).toBeVisible();
  await expect(desk.getByRole('definition').filter({ hasText: TEXT })).toBeVisible();
  await desk.getByText('Lisan, langsung atau telepon').click();
  await expectAccessibleInBothThemes(desk, 'counter, filled in');
  await desk.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(desk, 'counter at 390 px');
  await desk.setViewportSize({ width: 1440, height: 900 });

  await text.focus();
  const filed = await filedBy(desk, () => desk.keyboard.press('Control+Enter'));
  await expect(desk.getByRole('heading', { name: 'Tanda terima laporan' })).toBeVisible();
  const code = desk.getByRole('img', { name: /^Kode QR/ });
  await expect(code).toBeVisible();
  await expect(desk.getByText(/dikirim lewat SMS/)).toBeVisible();
  await expectAccessibleInBothThemes(desk, 'receipt');

  await test.step('on paper stand number, code and QR, and nothing of the console', async () => {
    await desk.emulateMedia({ media: 'print' });
    await expect(code).toBeVisible();
    await expect(desk.getByText(`${filed.number.slice(0, 4)} ${filed.number.slice(4)}`)).toBeVisible();
    await expect(desk.getByRole('button', { name: 'Cetak tanda terima' })).toBeHidden();
    await info.attach('receipt on paper', { body: await desk.screenshot(), contentType: 'image/png' });
    await desk.emulateMedia({ media: 'screen' });
  });

  await test.step('the next caller by one key, once the reporter has the code', async () => {
    await desk.keyboard.press('n');
    await expect(desk.getByText('Serahkan dahulu nomor dan kode kepada pelapor.')).toBeVisible();
    await desk.keyboard.press('Space');
    await desk.keyboard.press('n');
    await expect(text).toHaveValue('');
  });
  await settle();
  await newestMessage(
    '+6281200001234',
    new RegExp(`${filed.number.slice(0, 4)} ?${filed.number.slice(4)} diterima`),
  );

  const passerBy = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await test.step('anybody checks the paper, without a network, too, and sees when it was changed', async () => {
    await passerBy.goto(filed.receipt.checkUrl);
    await expect(passerBy.getByText('Asli', { exact: true })).toBeVisible();
    await expect(passerBy.getByText(`${filed.number.slice(0, 4)} ${filed.number.slice(4)}`)).toBeVisible();
    await expectAccessibleInBothThemes(passerBy, 'genuine receipt');
    await expect
      .poll(() => passerBy.evaluate(() => navigator.serviceWorker.controller?.state ?? 'none'))
      .toBe('activated');
    await passerBy.context().setOffline(true);
    await passerBy.reload();
    await expect(passerBy.getByText('Asli', { exact: true })).toBeVisible();
    await expect(passerBy.getByText(/^Diperiksa tanpa jaringan/)).toBeVisible();
    const [head, body, signature] = filed.receipt.checkUrl.split('#')[1]!.split('.') as [
      string,
      string,
      string,
    ];
    const other = (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1);
    await passerBy.getByLabel('Atau tempel di sini').fill(`${head}.${body}.${other}`);
    await passerBy.getByRole('button', { name: 'Periksa', exact: true }).click();
    await expect(passerBy.getByText('Sudah diubah')).toBeVisible();
    await expectAccessible(passerBy, 'changed receipt');
    await passerBy.context().setOffline(false);
  });

  await test.step('the desk passes it on, the unit plans', async () => {
    const national = await officerByGraph(browser, 'verifikator@contoh.go.id');
    await national.do('verifyReport', {
      reportId: filed.id,
      class: 'GRIEVANCE',
      categoryId: 'pekerjaan-umum-dan-penataan-ruang.penerangan-jalan',
      leadOrganisationId: 'opd-13-71-dishub',
      safeToPublish: true,
    });
    await national.leave();
    const unit = await officerByGraph(browser, 'dishub.padang@contoh.go.id');
    await unit.do('answerReport', { reportId: filed.id, kind: 'PLAN', text: PLAN, promisedOn: '2026-11-27' });
    await newestMessage('+6281200001234', /ada rencana penanganan/);
    await unit.do('answerReport', {
      reportId: filed.id,
      kind: 'RESULT',
      text: 'Delapan lampu sudah menyala kembali.',
      outcome: 'SOLVED',
      noProofReason: 'Foto menyusul setelah malam.',
    });
    await newestMessage('+6281200001234', /ada hasil penanganan/);
    await unit.leave();
  });

  await test.step('the plan is to be had as a receipt that says who promised what', async () => {
    await passerBy.goto(`${PLATFORM_URL}/laporan/${filed.number}`);
    await expect(passerBy.getByText(PLAN)).toBeVisible();
    await passerBy.getByRole('button', { name: 'Unduh tanda terima' }).last().click();
    const [download] = await Promise.all([
      passerBy.waitForEvent('download'),
      passerBy.getByRole('link', { name: 'Unduh PDF' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`^tanda-terima-${filed.number}-\\d+\\.pdf$`));
    await expectAccessible(passerBy, 'dialog of a receipt');
    await passerBy.getByRole('link', { name: 'Periksa keasliannya' }).click();
    await expect(passerBy.getByText('Asli', { exact: true })).toBeVisible();
    await expect(passerBy.getByText(PLAN)).toBeVisible();
    await expect(passerBy.getByText(/Jumat, 27 November 2026/)).toBeVisible();
  });

  // Ten working days without a word after the result of Friday, 20 November 2026.
  await moveClock('2026-12-04T17:01:00Z');
  await settle();
  await newestMessage('+6281200001234', /selesai\. Belum beres\?/);
  await test.step('whoever calls again is found by the number', async () => {
    await desk.reload();
    await desk.getByText('Orang ini menanyakan laporan yang sudah ada').click();
    await desk.getByLabel('Nomor laporan sebelumnya').fill(filed.number);
    await desk.keyboard.press('Enter');
    await expect(
      desk
        .getByRole('search', { name: 'Orang ini menanyakan laporan' })
        .getByText('Selesai', { exact: true }),
    ).toBeVisible();
  });
});
