import { expect } from '@playwright/test';
import { test } from './people/journey.ts';
import { expectAccessible, expectAccessibleInBothThemes } from './people/axe.ts';
import { letStand, settle } from './people/clock.ts';
import { filedReport } from './people/filed-report.ts';
import { askAs } from './people/invited-officer.ts';
import { newestMessage } from './people/mailbox.ts';
import { officer } from './people/officer.ts';

const TEXT = 'KTP dapat diambil di loket 2 mulai besok pagi.';
const DISPOSE = `mutation ($input: VerifyReportInput!) {
  verifyReport(input: $input) { __typename ... on UserError { code } ... on InvalidInput { fields { path code } } }
}`;

test('an answer waits for approval: the admin asks for it, the unit submits, the admin sends it back and lets the better one go', async ({
  browser,
}) => {
  // Three people sign in; a busy machine needs its time.
  test.slow();
  const report = await filedReport('Blangko KTP habis di Disdukcapil', { regionCode: '13.77.01' });
  const nation = await officer(browser, 'verifikator@contoh.go.id');
  const verified = await askAs(nation, DISPOSE, {
    input: {
      reportId: report.id,
      class: 'GRIEVANCE',
      categoryId: 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang',
      leadOrganisationId: 'opd-13-77-disdukcapil',
      safeToPublish: true,
    },
  });
  expect(verified.verifyReport).toMatchObject({ __typename: 'ReportChanged' });
  await nation.context().close();
  await settle();

  const admin = await officer(browser, 'diskominfo.pariaman@contoh.go.id');
  await test.step('the admin says which answers wait', async () => {
    await admin.getByRole('link', { name: /^Persetujuan/ }).click();
    await expect(admin.getByRole('heading', { name: 'Tidak ada jawaban yang menunggu' })).toBeVisible();
    await expectAccessible(admin, 'nothing to approve');
    await admin.getByRole('button', { name: 'Ubah' }).click();
    await admin.getByRole('radio', { name: /^Semua jawaban/ }).check({ force: true });
    await expectAccessible(admin, 'which answers wait');
    await admin.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
    await expect(admin.getByText('Aturan persetujuan disimpan.')).toBeVisible();
  });

  const unit = await officer(browser, 'dukcapil.pariaman@contoh.go.id');
  const submit = async (text: string) => {
    await unit.getByRole('tab', { name: 'Tanda terima' }).click();
    await unit.getByRole('textbox', { name: 'Isi jawaban' }).fill(text);
    await unit.getByRole('button', { name: /Ajukan untuk disetujui/ }).click();
    await letStand(unit, 'Jawaban diajukan untuk disetujui.');
    await settle();
  };
  await test.step('the unit submits an answer, and reads that it waits', async () => {
    await unit.goto(`/instansi/laporan/${report.number}`);
    await submit('Besok saja.');
    await expect(unit.getByText('Belum terkirim: menunggu disetujui')).toBeVisible();
    await expectAccessibleInBothThemes(unit, 'answer that waits');
  });

  await test.step('the mail leads the admin to it, who sends it back with words', async () => {
    const [, link] = await newestMessage(
      'diskominfo.pariaman@contoh.go.id',
      /(https?:\/\/\S+\/laporan\/\d+)/,
    );
    expect(link).toContain(report.number);
    await admin.goto(link!);
    await expect(admin.getByRole('heading', { name: 'Jawaban yang menunggu persetujuan' })).toBeVisible();
    await admin.getByRole('link', { name: /Persetujuan\s*1/ }).click();
    // The page of the report says it twice.
    await expect(admin.getByText('Besok saja.')).toHaveCount(1);
    await expectAccessibleInBothThemes(admin, 'answers to approve');
    await admin.keyboard.press('b');
    const dialog = admin.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Kembalikan', exact: true }).click();
    await expect(dialog.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
    await dialog.getByRole('textbox').fill('Sebutkan loket dan jamnya.');
    await expectAccessible(admin, 'sending an answer back');
    await dialog.getByRole('button', { name: 'Kembalikan', exact: true }).click();
    await expect(admin.getByRole('heading', { name: 'Tidak ada jawaban yang menunggu' })).toBeVisible();
    await expect(admin.getByRole('heading', { level: 1 })).toBeFocused();
  });

  await test.step('the unit reads why and writes it better', async () => {
    await unit.reload();
    await expect(unit.getByText('Sebutkan loket dan jamnya.')).toBeVisible();
    await submit(TEXT);
  });

  await test.step('the admin lets it go, and everybody reads it', async () => {
    await admin.reload();
    await expect(admin.getByText(TEXT)).toBeVisible();
    await admin.getByRole('button', { name: /^Setujui/ }).click();
    const dialog = admin.getByRole('dialog', { name: 'Kirim jawaban ini ke warga?' });
    await expectAccessible(admin, 'approving');
    await dialog.getByRole('button', { name: 'Setujui dan kirim' }).click();
    await expect(admin.getByText('Jawaban disetujui dan terkirim.')).toBeVisible();
    await unit.reload();
    await expect(unit.getByRole('textbox', { name: 'Isi jawaban' })).toBeVisible();
    await expect(unit.getByText('Belum terkirim: menunggu disetujui')).toBeHidden();
    await admin.goto(`/laporan/${report.number}`);
    await expect(admin.getByText(TEXT).first()).toBeVisible();
  });
});
