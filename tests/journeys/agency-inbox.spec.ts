import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './people/journey.ts';
import { expectAccessible, expectAccessibleInBothThemes } from './people/axe.ts';
import { settle } from './people/clock.ts';
import { filedReport } from './people/filed-report.ts';
import { askAs } from './people/invited-officer.ts';
import { officer } from './people/officer.ts';

const DISPOSE = `mutation ($input: VerifyReportInput!) {
  verifyReport(input: $input) { __typename ... on UserError { code } ... on InvalidInput { fields { path code } } }
}`;
const ACKNOWLEDGE = `mutation ($input: AnswerReportInput!) {
  answerReport(input: $input) { __typename ... on UserError { code } ... on InvalidInput { fields { path code } } }
}`;
const UNIT = 'opd-13-71-dishub';
const TITLES = [
  'Halte bocor',
  'Rambu roboh',
  'Marka pudar',
  'Lampu lalu lintas padam',
  'Parkir liar di trotoar',
];

const dispose = async (nation: Page, reportId: string) =>
  expect(
    await askAs(nation, DISPOSE, {
      input: {
        reportId,
        class: 'GRIEVANCE',
        categoryId: 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang',
        leadOrganisationId: UNIT,
        safeToPublish: true,
      },
    }),
  ).toMatchObject({ verifyReport: { __typename: 'ReportChanged' } });

test('an officer acknowledges five reports at once by keyboard; one that a colleague answered meanwhile is left alone and says why', async ({
  browser,
}) => {
  const nation = await officer(browser, 'verifikator@contoh.go.id');
  const reports = [];
  for (const title of TITLES) {
    const report = await filedReport(`${title} di depan kantor dishub`);
    await dispose(nation, report.id);
    reports.push(report);
  }
  await nation.context().close();
  await settle();

  const unit = await officer(browser, 'dishub.padang@contoh.go.id');
  await unit.goto('/instansi/kotak/baru?cari=dishub');
  await expect(unit.getByRole('checkbox', { name: /^Pilih: / })).toHaveCount(5);
  await expectAccessibleInBothThemes(unit, 'inbox');
  await test.step('chosen without a mouse', async () => {
    await unit.keyboard.press('?');
    await expect(unit.getByRole('dialog', { name: 'Pintasan papan tik' })).toBeVisible();
    await unit.keyboard.press('Escape');
    for (const _ of TITLES) {
      await unit.keyboard.press('j');
      await unit.keyboard.press('x');
    }
    await expect(unit.getByText('5 dipilih')).toBeVisible();
    await unit.getByRole('button', { name: 'Kirim tanda terima …' }).press('Enter');
  });
  const dialog = unit.getByRole('dialog', { name: 'Kirim tanda terima untuk 5 laporan' });
  await expect(dialog.getByText('5 dari 5 laporan akan berubah')).toBeVisible();
  await expectAccessible(unit, 'bulk preview');

  const colleague = await askAs(unit, ACKNOWLEDGE, {
    input: {
      reportId: reports[2]!.id,
      kind: 'ACKNOWLEDGEMENT',
      text: 'Sudah kami lihat di lapangan.',
      requestKey: crypto.randomUUID(),
    },
  });
  expect(colleague.answerReport.__typename).toBe('ReportChanged');

  await dialog.getByLabel('Tanda terima').fill('Laporan Anda sudah kami terima dan sedang kami periksa.');
  await unit.keyboard.press('Control+Enter');
  const outcome = unit.getByRole('dialog', { name: '4 dari 5 laporan selesai' });
  const left = outcome.getByRole('listitem').filter({ hasText: TITLES[2]! });
  await expect(left).toContainText('Berubah sejak pratinjau; periksa dahulu');
  await expect(outcome.getByText('Tanda terima terkirim')).toHaveCount(4);
  await expectAccessible(unit, 'bulk outcome');
  await outcome.getByRole('button', { name: 'Tutup' }).last().click();
  await expect(unit.getByText('1 dipilih')).toBeVisible();
  await expect(unit.getByRole('checkbox', { name: new RegExp(`^Pilih: ${TITLES[2]}`) })).toBeChecked();
});

test('a counter officer files for somebody who came, prints the receipt, and the citizen follows the report with the code', async ({
  browser,
}) => {
  const text = 'Bus kota tidak pernah berhenti di halte depan puskesmas sejak awal bulan.';
  const unit = await officer(browser, 'dishub.padang@contoh.go.id');
  await unit.goto('/instansi/kotak/baru');
  await unit.getByRole('main').getByRole('link', { name: 'Catat laporan warga' }).click();
  await unit.getByRole('button', { name: 'Catat laporan', exact: true }).click();
  await expect(unit.getByText('Pilih bagaimana pelapor menyetujui.')).toBeVisible();
  await expectAccessibleInBothThemes(unit, 'counter form with faults');
  await unit.getByLabel('Isi laporan').fill(text);
  await unit.getByLabel('Judul').fill('Bus tidak berhenti di halte');
  await unit.getByLabel('Nomor ponsel').fill('0812 0000 1234');
  await unit.getByRole('radio', { name: 'Lisan, langsung atau telepon' }).check({ force: true });
  await unit.getByRole('button', { name: 'Catat laporan', exact: true }).click();

  await expect(unit.getByRole('heading', { name: 'Tanda terima laporan' })).toBeVisible();
  await expectAccessibleInBothThemes(unit, 'receipt');
  const [number = '', code = ''] = await unit.locator('.receipt dd').allInnerTexts();
  expect(code.replace(/\D/g, '')).toHaveLength(16);
  await unit.emulateMedia({ media: 'print' });
  await expect(unit.getByText(code)).toBeVisible();
  await expect(unit.getByRole('button', { name: 'Cetak tanda terima' })).toBeHidden();
  await unit.emulateMedia({ media: 'screen' });

  const citizen = await (await browser.newContext()).newPage();
  await citizen.goto('/lacak');
  await citizen.getByLabel('Nomor laporan').first().fill(number);
  await citizen.getByLabel('Kode akses').fill(code);
  await citizen.getByRole('button', { name: 'Lihat laporan saya' }).click();
  await expect(citizen.getByText(text).first()).toBeVisible();

  await unit.getByRole('checkbox', { name: 'Pelapor sudah menerima nomor dan kodenya' }).check();
  await unit.getByRole('button', { name: 'Catat laporan berikutnya' }).click();
  await expect(unit.getByText(code)).toHaveCount(0);
});

test('a head finds exactly the reports behind each figure of a unit, and why in three clicks', async ({
  browser,
}) => {
  const nation = await officer(browser, 'verifikator@contoh.go.id');
  for (const title of TITLES.slice(0, 3))
    await dispose(nation, (await filedReport(`${title} di belakang terminal`)).id);
  await nation.context().close();
  await settle();

  const head = await officer(browser, 'walikota.padang@contoh.go.id');
  await head.goto('/instansi/kinerja');
  const row = head.getByRole('row', { name: /Dinas Perhubungan/ });
  await expect(row).toBeVisible();
  await expectAccessibleInBothThemes(head, 'unit view');
  /** Opens what a figure leads to, and comes back. */
  const follow = async (figure: Locator, count: number) => {
    await figure.click();
    await expect(head.getByText(`${count} laporan ditampilkan`)).toBeVisible();
    await head.goBack();
    await expect(row).toBeVisible();
  };
  const numberOf = async (figure: Locator) => Number(/\d+/.exec(await figure.innerText())?.[0]);
  await test.step('load, age and satisfaction of a unit', async () => {
    const open = row.locator('a[href$="/kotak/terbuka?unit=opd-13-71-dishub&lindung=tidak"]');
    expect(await numberOf(open)).toBeGreaterThanOrEqual(3);
    await follow(open, await numberOf(open));
    const ages = row.locator('a[href*="umur="]');
    let sum = 0;
    for (let index = 0; index < (await ages.count()); index++) {
      const count = await numberOf(ages.nth(index));
      sum += count;
      await follow(ages.nth(index), count);
    }
    expect(sum).toBe(await numberOf(open));
  });
  await test.step('of all units together', async () => {
    const tiles = head.locator('.tiles');
    for (const address of ['/kotak/terbuka?unit=pemkot-13-71&lindung=tidak', 'tenggat=lewat']) {
      const tile = tiles.locator(`a[href*="${address}"]`).first();
      const count = await numberOf(tile.locator('.tile__value'));
      if (count > 0) await follow(tile, count);
    }
    const rated = tiles.locator('a[href*="nilai=ya"]');
    const raters = await numberOf(rated.locator('.tile__note'));
    if (raters > 0) await follow(rated, raters);
  });
  await test.step('from a figure to the reason', async () => {
    await row.locator('a[href$="/kotak/terbuka?unit=opd-13-71-dishub&lindung=tidak"]').click();
    await head.getByRole('link', { name: `${TITLES[0]} di belakang terminal` }).click();
    await head.getByText('Lihat cara menghitung').first().click();
    await expect(head.getByText(/hari kerja/).first()).toBeVisible();
  });
});
