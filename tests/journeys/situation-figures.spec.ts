import { readFile } from 'node:fs/promises';
import { expect, type Browser, type Page } from '@playwright/test';
import { PLATFORM_URL } from '../platform/addresses.ts';
import { moveClock } from './people/clock.ts';
import { filedReport } from './people/filed-report.ts';
import { test } from './people/journey.ts';
import { officer } from './people/officer.ts';
import { officerByGraph } from './people/officer-by-graph.ts';

const DAYS = 'dari=2026-11-01&sampai=2026-12-31&banding=tanpa';
const COMPARED = 'dari=2026-11-01&sampai=2026-11-30&banding=tahun-lalu';
const PARTS = ['', '/tren', '/wilayah', '/kategori', '/lonjakan', '/umur', '/penolakan', '/kepuasan'];
/** What follows from the first day: browsers go by it, too, as ages are counted until today. */
const LATER = '2026-12-10T03:00:00Z';

/** Six reports: some wait, some are late with an agency, one is archived. */
async function fill(browser: Browser): Promise<void> {
  const desk = await officerByGraph(browser, 'verifikator@contoh.go.id');
  for (let index = 0; index < 6; index++) {
    const { id } = await filedReport(
      `Jalan berlubang nomor ${index}`,
      index === 5 ? { regionCode: '31.71.01' } : {},
    );
    if (index < 2)
      await desk.do('verifyReport', {
        reportId: id,
        class: 'GRIEVANCE',
        categoryId: 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang',
        leadOrganisationId: 'pemkot-13-71',
        safeToPublish: true,
      });
    if (index === 2)
      await desk.do('archiveReport', {
        reportId: id,
        code: 'SPAM',
        text: 'Bukan laporan tentang pelayanan publik.',
      });
  }
  await desk.leave();
  await moveClock(LATER);
}

/** Somebody who watches the country that day. */
async function monitor(browser: Browser, email: string): Promise<Page> {
  const page = await officer(browser, email);
  await page.context().clock.setFixedTime(LATER);
  return page;
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${PLATFORM_URL}/admin${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('main .skeleton')).toHaveCount(0);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/** Each whole number that is a link or stands beside one, with the list that it leads to. */
const linkedFigures = (page: Page) =>
  page.evaluate(() => {
    const whole = (text: string) =>
      /^\d[\d.]*$/.test(text.trim()) ? Number(text.trim().replaceAll('.', '')) : null;
    const found: { name: string; count: number; href: string }[] = [];
    const add = (element: Element, text: string, href: string | null) => {
      const count = whole(text);
      if (count !== null && href?.includes('/laporan?'))
        found.push({ name: element.textContent ?? '', count, href });
    };
    for (const tile of document.querySelectorAll('main a.tile'))
      add(tile, tile.querySelector('.tile__value')?.textContent ?? '', tile.getAttribute('href'));
    for (const row of document.querySelectorAll('main tbody tr')) {
      const cells = [...row.querySelectorAll('td')];
      for (const link of row.querySelectorAll('td a'))
        add(row, link.textContent ?? '', link.getAttribute('href'));
      const first = cells.find((cell) => whole(cell.textContent ?? '') !== null);
      const head = row.querySelector('th a');
      if (head && first) add(row, first.textContent ?? '', head.getAttribute('href'));
    }
    return found;
  });

/** Numbers that stand in the rows of the tables that can be taken away, panel by panel. */
const rowsOfPanels = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main section')]
      .filter((panel) => [...panel.querySelectorAll('button')].some((button) => button.innerText === 'CSV'))
      .map((panel) =>
        [...panel.querySelectorAll('tbody tr')].map((row) =>
          [...row.querySelectorAll('td')].flatMap((cell) => {
            const text = (cell.textContent ?? '').replaceAll('\u00a0', ' ').trim();
            return /^\d[\d.]*(,\d+)?( %)?$/.test(text)
              ? [Number(text.replace(' %', '').replaceAll('.', '').replace(',', '.'))]
              : [];
          }),
        ),
      ),
  );

test('figures of the situation room lead to as many reports as they say, those past a deadline among them', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  await fill(browser);
  const room = await monitor(browser, 'ksp@contoh.go.id');
  const list = await room.context().newPage();
  const checked = new Map<string, number>();
  for (const part of ['', '/wilayah', '/umur', '/penolakan']) {
    await open(room, `/situasi${part}?${DAYS}`);
    for (const { name, count, href } of await linkedFigures(room)) {
      const known = checked.get(href);
      if (known === undefined) {
        await open(list, href.replace('/admin', ''));
        if (count > 0) await expect(list.locator('main tbody tr').first(), `${part}: ${name}`).toBeVisible();
        checked.set(href, await list.locator('main tbody tr').count());
      }
      expect(checked.get(href), `${part || 'ringkasan'}: ${name} → ${href}`).toBe(count);
    }
  }
  for (const narrowed of ['terlambat=1', 'lewatSejak='])
    expect(
      [...checked.keys()].some((address) => address.includes(narrowed)),
      `a figure leads to ${narrowed}`,
    ).toBe(true);
});

test('the address of the room gives a colleague in another browser the same days, comparison and figures', async ({
  browser,
}) => {
  await fill(browser);
  const room = await monitor(browser, 'ksp@contoh.go.id');
  const colleague = await monitor(browser, 'ombudsman@contoh.go.id');
  await open(room, `/situasi?${DAYS}`);
  await room.getByLabel('Sampai tanggal').fill('2026-11-30');
  await room.getByRole('combobox', { name: 'Pembanding' }).selectOption('tahun-lalu');
  await expect(room).toHaveURL(new RegExp(COMPARED));
  for (const part of ['', '/wilayah']) {
    for (const page of [room, colleague]) await open(page, `/situasi${part}?${COMPARED}`);
    await expect(colleague.getByRole('combobox', { name: 'Pembanding' })).toHaveValue('tahun-lalu');
    await expect(colleague.getByLabel('Sampai tanggal')).toHaveValue('2026-11-30');
    const shown = await linkedFigures(room);
    expect(shown.length, part).toBeGreaterThan(0);
    expect(await linkedFigures(colleague), part).toEqual(shown);
  }
  const [figure] = await linkedFigures(room);
  for (const page of [room, colleague]) {
    await open(page, figure!.href.replace('/admin', ''));
    await expect(page.locator('main tbody tr')).toHaveCount(figure!.count);
  }
});

test('what is printed and what goes into a spreadsheet holds the numbers of the screen, part by part', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  await fill(browser);
  const room = await monitor(browser, 'ksp@contoh.go.id');
  for (const part of [...PARTS, '/adopsi']) {
    await open(room, `/situasi${part}?${DAYS}`);
    const screen = await rowsOfPanels(room);
    const buttons = room.getByRole('main').getByRole('button', { name: /CSV/ });
    expect(await buttons.count(), part).toBe(screen.length);
    for (const [index, rows] of screen.entries()) {
      const waits = room.waitForEvent('download');
      await buttons.nth(index).click();
      const download = await waits;
      const text = await readFile((await download.path()) ?? '', 'utf8');
      const lines = text
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(/[;,]/).map((cell) => Number(cell.replaceAll('"', ''))));
      for (const numbers of rows)
        expect(
          lines.some((line) => numbers.every((number) => line.includes(number))),
          `${part || 'ringkasan'}, ${download.suggestedFilename()}: ${numbers.join(' ')} stands in a line`,
        ).toBe(true);
    }
    await room.emulateMedia({ media: 'print' });
    await room.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = false;
    });
    expect(await rowsOfPanels(room), `${part} on paper`).toEqual(screen);
    for (const table of await room.locator('main table').all()) await expect(table).toBeVisible();
    await room.emulateMedia({ media: 'screen' });
  }
});
