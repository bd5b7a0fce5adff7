import { expect, type Page } from '@playwright/test';
import { byKeyboard } from './people/by-keyboard.ts';
import { letStand, settle } from './people/clock.ts';
import { comingDay } from './people/coming-day.ts';
import { filedReport } from './people/filed-report.ts';
import { test } from './people/journey.ts';
import { officer } from './people/officer.ts';
import { publish } from './people/published-report.ts';
import { aPhoto } from '../pages/photo.ts';

const answer = (page: Page) => page.getByRole('textbox', { name: 'Isi jawaban' });

test('without a mouse: an officer passes a report on, and its unit answers in three presses besides what is written – B opens it at its answer, Tab goes to the day, Ctrl+Enter sends – and later tells the result with a photo', async ({
  browser,
}) => {
  test.slow();
  const report = await filedReport('Jalan berlubang di depan puskesmas');
  const desk = await officer(browser, 'verifikator@contoh.go.id');
  await publish(desk, [report.id]);
  await desk.context().close();

  await test.step('the city finds it in its box, opens it and passes it to Dinas PUPR', async () => {
    const city = await officer(browser, 'diskominfo.padang@contoh.go.id');
    const { press, type, expectAt, expectTold } = byKeyboard(city);
    await city.goto('/instansi/kotak/baru?cari=puskesmas');
    await city.getByRole('link', { name: report.title }).waitFor();
    await expectTold(['J', 'K', 'Enter', 'X', 'D', 'B', 'Esc', '/', 'Z', '?']);
    await press('j');
    await expectAt(new RegExp(`^${report.title}`));
    await press('Enter');
    await city.getByRole('heading', { level: 1, name: report.title }).waitFor();
    await expectTold(['J', 'K', 'B', 'D', 'Ctrl ↵', 'Z']);
    await press('d');
    const dialog = city.getByRole('dialog');
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await type('pekerjaan umum');
    await expect(dialog.getByRole('option').first()).toContainText('Dinas Pekerjaan Umum dan Penataan Ruang');
    await press('ArrowDown');
    await press('Enter');
    await expect(dialog.locator('.picked')).toContainText('Dinas Pekerjaan Umum dan Penataan Ruang');
    await press('Control+Enter');
    await expect(dialog).toBeHidden();
    await letStand(city, 'Laporan diteruskan.');
    await city.context().close();
    await settle();
  });

  const unit = await officer(browser, 'pupr.padang@contoh.go.id');
  const keys = byKeyboard(unit);
  await test.step('the unit answers what is due first in three presses', async () => {
    await unit.goto('/instansi/kotak/baru');
    await unit.getByRole('link', { name: report.title }).waitFor();
    const before = keys.pressed.length;
    await keys.press('b');
    await expect(answer(unit)).toBeFocused();
    await keys.type('Lubangnya sudah kami ukur, penambalan kami jadwalkan.');
    await keys.press('Tab');
    await expect(unit.getByLabel('Kapan dikerjakan?')).toBeFocused();
    await typeDay(unit, comingDay());
    await keys.press('Control+Enter');
    await expect(answer(unit)).toHaveValue('');
    expect(keys.pressed.slice(before)).toEqual(['b', 'Tab', 'Control+Enter']);
    await letStand(unit, 'Jawaban terkirim.');
    await settle();
  });

  await test.step('it tells the result: its kind by arrows, its end, its proof', async () => {
    await unit.reload();
    await expect(answer(unit)).toBeVisible();
    await keys.press('b');
    await expect(answer(unit)).toBeFocused();
    await keys.tabTo(/^Rencana$/, 'Shift+Tab');
    await keys.press('ArrowRight');
    await keys.expectAt(/^Hasil$/);
    await keys.press('b');
    await expect(answer(unit)).toBeFocused();
    await keys.type('Lubang sudah ditambal pagi ini.');
    await keys.tabTo(/^Bagaimana hasilnya/);
    await keys.type('Selesai');
    await expect(unit.getByLabel('Bagaimana hasilnya?').locator('option:checked')).toHaveText(
      'Selesai ditangani',
    );
    await keys.tabTo(/^Lampirkan bukti/);
    const asked = unit.waitForEvent('filechooser');
    await keys.press('Enter');
    await (await asked).setFiles(await aPhoto('sudah-ditambal.png'));
    await expect(unit.getByLabel('Mengapa tanpa bukti?')).toBeHidden();
    await keys.press('Control+Enter');
    await expect(answer(unit)).toHaveValue('');
    await letStand(unit, 'Jawaban terkirim.');
    await settle();
  });

  await test.step('everybody reads it, and sees the photo', async () => {
    const stranger = await (await browser.newContext()).newPage();
    await stranger.goto(`/laporan/${report.number}`);
    await expect(stranger.getByText('Lubang sudah ditambal pagi ini.').first()).toBeVisible();
    await expect(stranger.locator('img[src*="/files/"]').first()).toBeVisible();
  });
});

/** Digits in the order in which this browser shows a date. */
async function typeDay(page: Page, day: string): Promise<void> {
  const [year, month, date] = day.split('-') as [string, string, string];
  await page.keyboard.type(`${month}${date}${year}`);
  await expect(page.getByLabel('Kapan dikerjakan?')).toHaveValue(day);
}
