import { randomUUID } from 'node:crypto';
import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { aPhoto } from '../pages/photo.ts';
import { expectAccessible, expectAccessibleInBothThemes } from './people/axe.ts';
import { citizen, fileReport } from './people/citizen.ts';
import { letPass, settle } from './people/clock.ts';
import { askAs } from './people/invited-officer.ts';
import { test } from './people/journey.ts';
import { officer } from './people/officer.ts';
import { passOn } from './people/passed-report.ts';

const LEAD = 'opd-13-71-dpupr';
const HELPER = 'opd-13-71-dishub';
const UNIT = 'Dinas Pekerjaan Umum dan Penataan Ruang Kota Padang';
const NAME = 'Zulfahmi Datuak';

const REDACT = `mutation ($input: RedactReportInput!) { result: redactReport(input: $input) { __typename } }`;
const FIND = 'query ($number: String!) { report(number: $number) { id text } }';

/** Selects a word in a field, as with the mouse. */
const select = (field: Locator, words: string) =>
  field.evaluate((element: HTMLTextAreaElement, wanted) => {
    const from = element.value.indexOf(wanted);
    element.focus();
    element.setSelectionRange(from, from + wanted.length);
  }, words);

/** The sum of the three colours in the middle of the photo that everybody sees. */
const middleOf = (page: Page): Promise<number> =>
  page
    .locator('img[src*="/files/"]')
    .first()
    .evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const pen = canvas.getContext('2d')!;
      pen.drawImage(image, 0, 0);
      const [red, green, blue] = pen.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data;
      return red! + green! + blue!;
    });

/** What somebody reads who has never been here; answers for everybody are kept for a minute. */
async function stranger(browser: Browser, path: string): Promise<Page> {
  await letPass(61);
  const page = await citizen(browser);
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return page;
}

test('the unit that leads covers the name of a neighbour in text and photo; who helps cannot, and everybody can see who did', async ({
  browser,
}) => {
  test.slow();
  const phone = await citizen(browser);
  const { number } = await fileReport(phone, {
    text: `Truk milik ${NAME} parkir di trotoar depan puskesmas setiap malam sehingga trotoarnya rusak.`,
    region: 'Kuranji',
    email: 'warga@contoh.id',
    photo: await aPhoto('IMG_3003.png'),
  });
  await settle();
  await passOn(browser, number, { lead: LEAD, coHandlers: [HELPER] });

  await test.step('as it was passed on, everybody reads the name', async () => {
    const page = await stranger(browser, `/laporan/${number}`);
    await expect(page.getByText(NAME).first()).toBeVisible();
    expect(await middleOf(page)).toBeGreaterThan(200);
    await page.context().close();
  });

  await test.step('a unit that only helps is not offered it, and is refused', async () => {
    const helper = await officer(browser, 'dishub.padang@contoh.go.id');
    await helper.goto(`/instansi/laporan/${number}`);
    await expect(helper.getByRole('textbox', { name: 'Isi jawaban' })).toBeVisible();
    await expect(helper.getByRole('button', { name: 'Cetak' })).toBeVisible();
    await expect(helper.getByRole('button', { name: /^Samarkan/ })).toHaveCount(0);
    const { report } = await askAs(helper, FIND, { number });
    const { result } = await askAs(helper, REDACT, {
      input: {
        reportId: report.id,
        text: report.text.replace(NAME, '[disamarkan]'),
        rule: 'PERSONAL_DATA',
        reason: 'Nama orang tidak perlu terbaca.',
        requestKey: randomUUID(),
      },
    });
    expect(result).toEqual({ __typename: 'NotFound' });
    await helper.context().close();
  });

  const unit = await officer(browser, 'pupr.padang@contoh.go.id');
  await test.step('the unit that leads covers the name, and can write nothing in its place', async () => {
    await unit.goto(`/instansi/laporan/${number}`);
    await unit.getByRole('button', { name: 'Samarkan teks' }).click();
    const dialog = unit.getByRole('dialog');
    for (const label of ['Judul', 'Isi laporan yang terbaca']) {
      const field = dialog.getByLabel(label, { exact: true });
      await expect(field).not.toBeEditable();
      if (!(await field.inputValue()).includes(NAME)) continue;
      await select(field, NAME);
      await dialog.getByRole('button', { name: /^Samarkan pilihan/ }).click();
      await expect(field).toHaveValue(/\[disamarkan\]/);
    }
    await expect(dialog.getByLabel('Menurut aturan').getByRole('option')).toHaveText([
      'Menunjukkan siapa seseorang',
    ]);
    await dialog.getByRole('button', { name: 'Samarkan', exact: true }).click();
    await expect(dialog.getByLabel('Alasan')).toHaveAttribute('aria-invalid', 'true');
    await dialog.getByLabel('Alasan').fill('Nama pemilik truk tidak perlu terbaca umum.');
    await expectAccessibleInBothThemes(unit, 'covering a name');
    await dialog.getByRole('button', { name: 'Samarkan', exact: true }).click();
    await expect(unit.getByText('Teks disamarkan. Pelapor diberi tahu alasannya.')).toBeVisible();
  });

  await test.step('and the part of the photo that shows the number plate', async () => {
    await unit.getByRole('button', { name: 'Samarkan foto' }).click();
    const dialog = unit.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Tambah kotak' }).click();
    await expect(dialog.getByRole('button', { name: /^Kotak 1:/ })).toBeFocused();
    await dialog.getByLabel('Alasan').fill('Pelat nomor terlihat.');
    await dialog.getByRole('button', { name: 'Samarkan', exact: true }).click();
    await expect(unit.getByText('Foto disamarkan. Pelapor diberi tahu alasannya.')).toBeVisible();
    await settle();
  });

  await test.step('the public page has neither any more, nor does a search find the name', async () => {
    const page = await stranger(browser, `/laporan/${number}`);
    await expect(page.getByText('[disamarkan]').first()).toBeVisible();
    expect(await page.content()).not.toContain(NAME);
    expect(await middleOf(page), 'the middle of the photo is black').toBeLessThan(40);
    await page.goto(`/cari?q=${encodeURIComponent(NAME)}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('[disamarkan]')).toHaveCount(0);
    await page.context().close();
  });

  await test.step('the log that is open to everybody says which organisation it was', async () => {
    const page = await stranger(browser, '/moderasi');
    const rows = page.getByRole('row').filter({ hasText: UNIT });
    await expect(rows).toHaveCount(2);
    await expect(rows.filter({ hasText: 'Teks disamarkan' })).toHaveCount(1);
    await expect(rows.filter({ hasText: 'Foto disamarkan' })).toHaveCount(1);
    await expectAccessible(page, 'log of moderation');
    await page.context().close();
  });

  await test.step('the reporter is told why and by whom, and still reads the own words', async () => {
    await phone.getByRole('button', { name: 'Buka laporan saya' }).click();
    await expect(phone.getByText('Nama pemilik truk tidak perlu terbaca umum.').first()).toBeVisible();
    await expect(phone.getByText('Pelat nomor terlihat.').first()).toBeVisible();
  });
});
