import { readFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from './people/axe.ts';
import { settle } from './people/clock.ts';
import { askAs } from './people/invited-officer.ts';
import { test } from './people/journey.ts';
import { officer } from './people/officer.ts';
import { passedReports } from './people/passed-report.ts';

const CITY = 'diskominfo.padang@contoh.go.id';
const ROADS = 'opd-13-71-dpupr';
const RECLASSIFY = `mutation ($input: ReclassifyReportInput!) { result: reclassifyReport(input: $input) { __typename } }`;
const STATES = 'query ($number: String!) { report(number: $number) { id state handler { id } } }';
/** A cell that a spreadsheet would run. */
const RUNS = /^[=+\-@\uFF1D]/;

/** The rows of a file as a spreadsheet reads them. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

/** Presses the button that takes the table away, and reads the file. */
async function download(page: Page): Promise<string[][]> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Unduh tabel (CSV)' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
  return cellsOf(await readFile((await file.path())!, 'utf8'));
}

test('each figure of a unit leads to exactly its reports, and the table that is taken away holds the same and nothing personal', async ({
  browser,
}) => {
  test.slow();
  const formula = '=HYPERLINK("http://contoh.id") jalan rusak';
  const roads = await passedReports(browser, ['Jalan ambles', 'Aspal mengelupas', formula], { lead: ROADS });
  const [green] = await passedReports(browser, ['Pohon tumbang'], { lead: 'opd-13-71-dlh' });
  const [secret] = await passedReports(browser, ['Petugas meminta uang'], {
    lead: ROADS,
    isConfidential: true,
  });
  await settle();
  const numbers = roads.map(({ number }) => number).toSorted();
  const city = await officer(browser, CITY);

  await test.step('the units stand with what they hold', async () => {
    await city.goto('/instansi/kinerja');
    const row = city.getByRole('row', { name: /Dinas Pekerjaan Umum/ });
    await expect(row.getByRole('link', { name: '3', exact: true })).toHaveCount(1);
    await expectAccessibleInBothThemes(city, 'unit view');
    const table = await download(city);
    const header = table[0]!;
    const unit = table.find(([name]) => name?.startsWith('Dinas Pekerjaan Umum'))!;
    expect(unit[header.indexOf('Terbuka')]).toBe('3');
    expect(table).toHaveLength(3);
    for (const cell of table.flat()) expect(cell).not.toMatch(RUNS);
  });

  await test.step('the figure leads to these reports and no others', async () => {
    await city
      .getByRole('row', { name: /Dinas Pekerjaan Umum/ })
      .getByRole('link', { name: '3', exact: true })
      .click();
    await expect(city.getByRole('checkbox', { name: /^Pilih: / })).toHaveCount(3);
    for (const { title } of roads) await expect(city.getByRole('link', { name: title })).toBeVisible();
    await expect(city.getByRole('link', { name: green!.title })).toHaveCount(0);
    await expect(city.getByRole('link', { name: secret!.title })).toHaveCount(0);
    await expectAccessible(city, 'reports behind a figure');
  });

  await test.step('the table of them holds the same rows, with nothing personal, and runs nothing', async () => {
    const [header, ...rows] = await download(city);
    expect(header!.slice(0, 3)).toEqual(['Nomor', 'Judul', 'Status']);
    expect(rows.map(([number]) => number!.replaceAll(/\D/g, '')).toSorted()).toEqual(numbers);
    for (const cell of rows.flat()) {
      expect(cell).not.toMatch(RUNS);
      expect(cell, 'no address, no telephone number').not.toMatch(/@|\b0?8\d{8,}/);
      expect(cell, 'no words of the report').not.toContain('Sudah sebulan begini');
    }
    expect(rows.map(([, title]) => title)).toContain(`'${formula}`);
  });

  await test.step('so does what came in during the time', async () => {
    await city.goto('/instansi/kinerja');
    await city.getByRole('link', { name: 'Dinas Pekerjaan Umum dan Penataan Ruang Kota Padang' }).click();
    await expect(city.getByRole('heading', { level: 1, name: 'Kinerja unit' })).toBeVisible();
    await expect(city.getByText(/^Dinas Pekerjaan Umum.*tanpa laporan rahasia/)).toBeVisible();
  });

  await test.step('the unit of another government is not shown', async () => {
    await city.goto('/instansi/kinerja/opd-13-02-dpupr');
    await expect(city.getByText('Hanya unit Anda sendiri dan di bawahnya yang dapat dilihat.')).toBeVisible();
  });
});

test('reports are passed on together: looked at first without changing any, then each with what became of it', async ({
  browser,
}) => {
  test.slow();
  const reports = await passedReports(
    browser,
    ['Trotoar retak di pasar', 'Saluran buntu di pasar', 'Lampu jalan mati di pasar'],
    { lead: 'pemkot-13-71' },
  );
  const city = await officer(browser, CITY);
  const stateOf = async (number: string) => (await askAs(city, STATES, { number })).report;
  await city.goto('/instansi/kotak/baru?cari=pasar');
  await expect(city.getByRole('checkbox', { name: /^Pilih: / })).toHaveCount(3);
  for (const { title } of reports)
    await city.getByRole('checkbox', { name: new RegExp(`^Pilih: ${title}`) }).check({ force: true });
  await city.getByRole('button', { name: 'Disposisikan …' }).click();
  const dialog = city.getByRole('dialog', { name: 'Disposisikan 3 laporan' });

  await test.step('the preview says of each what would become of it', async () => {
    await expect(dialog.getByText('3 dari 3 laporan akan berubah')).toBeVisible();
    await expect(dialog.getByRole('listitem').filter({ hasText: 'Diteruskan ke unit' })).toHaveCount(3);
    await dialog.getByRole('button', { name: 'Disposisikan 3 laporan' }).click();
    await expect(dialog.getByText('Pilih unit tujuan.')).toBeVisible();
    await dialog.getByRole('combobox').fill('pekerjaan umum');
    await dialog
      .getByRole('option', { name: /Dinas Pekerjaan Umum/ })
      .first()
      .click();
    await expectAccessibleInBothThemes(city, 'preview of passing on together');
    for (const { number } of reports)
      expect(await stateOf(number)).toMatchObject({ handler: { id: 'pemkot-13-71' } });
  });

  await test.step('what a colleague changed meanwhile is left alone and says why', async () => {
    const desk = await officer(browser, 'verifikator@contoh.go.id');
    const { result } = await askAs(desk, RECLASSIFY, {
      input: {
        reportId: reports[1]!.id,
        class: 'INFORMATION_REQUEST',
        reason: 'Pelapor menanyakan jadwal pengerukan.',
        requestKey: randomUUID(),
      },
    });
    expect(result.__typename).toBe('ReportChanged');
    await dialog.getByRole('button', { name: 'Disposisikan 3 laporan' }).click();
    const outcome = city.getByRole('dialog', { name: '2 dari 3 laporan selesai' });
    await expect(outcome.getByRole('listitem').filter({ hasText: reports[1]!.title })).toContainText(
      'Berubah sejak pratinjau; periksa dahulu',
    );
    await expect(outcome.getByText('Sudah diteruskan')).toHaveCount(2);
    await expectAccessibleInBothThemes(city, 'what became of each');
    await outcome.getByRole('button', { name: 'Tutup' }).last().click();
    await expect(city.getByText('1 dipilih')).toBeVisible();
    await settle();
    expect(await stateOf(reports[0]!.number)).toMatchObject({ handler: { id: ROADS } });
    expect(await stateOf(reports[1]!.number)).toMatchObject({ handler: { id: 'pemkot-13-71' } });
  });
});
