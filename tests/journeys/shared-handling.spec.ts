import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from './people/axe.ts';
import { citizen, fileReport } from './people/citizen.ts';
import { letStand, settle } from './people/clock.ts';
import { comingDay } from './people/coming-day.ts';
import { test } from './people/journey.ts';
import { officer } from './people/officer.ts';
import { passOn } from './people/passed-report.ts';

const LEAD = 'opd-13-71-dpupr';
const HELPER = 'opd-13-71-dishub';
const OTHER = 'opd-13-71-dlh';
const HELPERS_PLAN = 'Rambu sementara kami pasang malam ini.';
const LEADS_PLAN = 'Regu jalan menutup lubang pada hari Senin.';
const HELPERS_RESULT = 'Rambu sementara sudah terpasang di dua sisi.';
const LEADS_RESULT = 'Lubang sudah ditutup seluruhnya pagi ini.';
const NOT_OURS = 'Tidak ada pohon atau sampah di lokasi itu.';

const answerWith = async (page: Page, kind: 'Rencana' | 'Hasil', text: string) => {
  await page.getByRole('tab', { name: kind }).click();
  await page.getByRole('textbox', { name: 'Isi jawaban' }).fill(text);
  if (kind === 'Rencana') await page.getByLabel('Kapan dikerjakan?').fill(comingDay());
  else {
    await page.getByRole('combobox', { name: 'Bagaimana hasilnya?' }).selectOption('Selesai ditangani');
    await page.getByRole('textbox', { name: 'Mengapa tanpa bukti?' }).fill('Hujan saat foto diambil.');
  }
  await page.getByRole('button', { name: /Kirim ke warga/ }).click();
  await letStand(page, 'Jawaban terkirim.');
  await settle();
};

test('two units answer their parts of one report, a third gives its part back, and it is done when the lead says so', async ({
  browser,
}) => {
  test.slow();
  const phone = await citizen(browser);
  const { number } = await fileReport(phone, {
    text: 'Jalan ambles di tikungan dan malam hari tidak ada rambu sama sekali, sudah tiga motor jatuh.',
    region: 'Kuranji',
    email: 'warga@contoh.id',
  });
  await settle();
  await passOn(browser, number, { lead: LEAD, coHandlers: [HELPER, OTHER] });
  const open = async (email: string) => {
    const page = await officer(browser, email);
    await page.goto(`/instansi/laporan/${number}`);
    await expect(page.getByRole('textbox', { name: 'Isi jawaban' })).toBeVisible();
    return page;
  };
  /** The report as its reporter sees it now. */
  const own = async () => {
    await phone.goto(`/laporan/${number}`);
    await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
  };
  await phone.getByRole('button', { name: 'Buka laporan saya' }).click();

  const helper = await open('dishub.padang@contoh.go.id');
  await test.step('who helps answers the own part, and is not offered what is the lead’s', async () => {
    await expect(helper.getByRole('button', { name: /^Disposisikan/ })).toHaveCount(0);
    await expect(helper.getByRole('button', { name: 'Bukan wewenang kami' })).toHaveCount(0);
    await expect(helper.getByRole('button', { name: 'Atur yang ikut menangani' })).toHaveCount(0);
    await answerWith(helper, 'Rencana', HELPERS_PLAN);
  });

  const lead = await open('pupr.padang@contoh.go.id');
  await test.step('the lead reads it and answers the own', async () => {
    await expect(lead.getByText(HELPERS_PLAN).first()).toBeVisible();
    await answerWith(lead, 'Rencana', LEADS_PLAN);
  });

  await test.step('the reporter sees both, each by the name of its unit', async () => {
    await own();
    for (const [unit, text] of [
      ['Dinas Perhubungan Kota Padang', HELPERS_PLAN],
      ['Dinas Pekerjaan Umum dan Penataan Ruang Kota Padang', LEADS_PLAN],
    ] as const) {
      const said = phone.getByRole('listitem').filter({ hasText: text });
      await expect(said.first()).toContainText(unit);
    }
    await expectAccessible(phone, 'report of two units');
  });

  await test.step('a unit that has no part in it gives it back with a reason, and has it no more', async () => {
    const other = await open('dlh.padang@contoh.go.id');
    await other.getByRole('button', { name: 'Kembalikan bagian kami' }).click();
    const dialog = other.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Kembalikan bagian kami' }).click();
    await expect(dialog.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
    await dialog.getByRole('radio', { name: 'Bukan tugas kami' }).check({ force: true });
    await dialog.getByRole('textbox').fill(NOT_OURS);
    await expectAccessibleInBothThemes(other, 'giving a part back');
    await dialog.getByRole('button', { name: 'Kembalikan bagian kami' }).click();
    await expect(other.getByText('Bagian Anda dikembalikan.').first()).toBeVisible();
    await settle();
    await other.goto(`/instansi/laporan/${number}`);
    await expect(other.getByRole('textbox', { name: 'Isi jawaban' })).toHaveCount(0);
    await other.context().close();
    await lead.reload();
    await expect(lead.getByText(NOT_OURS).first()).toBeVisible();
    const units = lead.getByRole('definition');
    await expect(units.filter({ hasText: /^Dinas Perhubungan Kota Padang$/ })).toBeVisible();
    await expect(units.filter({ hasText: 'Lingkungan Hidup' })).toHaveCount(0);
  });

  await test.step('the result of who only helps does not end it', async () => {
    await helper.reload();
    await answerWith(helper, 'Hasil', HELPERS_RESULT);
    await own();
    await expect(phone.getByText(HELPERS_RESULT).first()).toBeVisible();
    await expect(phone.getByText(NOT_OURS).first()).toBeVisible();
    await expect(phone.getByText('Apakah masalahnya sudah beres?')).toHaveCount(0);
  });

  await test.step('that of the lead does: the reporter is asked, and says that it is solved', async () => {
    await lead.reload();
    await answerWith(lead, 'Hasil', LEADS_RESULT);
    await own();
    await expect(phone.getByText('Apakah masalahnya sudah beres?')).toBeVisible();
    await phone.getByRole('button', { name: 'Ya, sudah beres' }).click();
    await expect(phone.getByText('Selesai').first()).toBeVisible();
  });

  await test.step('everybody reads what the lead answers, and that the other unit answered', async () => {
    const stranger = await citizen(browser);
    await stranger.goto(`/laporan/${number}`);
    for (const text of [LEADS_PLAN, LEADS_RESULT, 'Rencana dari Dinas Perhubungan Kota Padang'])
      await expect(stranger.getByText(text).first()).toBeVisible();
    for (const text of [HELPERS_PLAN, HELPERS_RESULT, NOT_OURS])
      await expect(stranger.getByText(text)).toHaveCount(0);
  });
});
