import { devices, expect, type Browser, type Page } from '@playwright/test';
import { test } from './people/journey.ts';
import { axeFaults } from './people/axe.ts';
import { publishedReports } from './people/published-report.ts';
import { citizenVisits, settled, type World } from '../pages/citizen-visits.ts';

const { defaultBrowserType: _, ...phone } = devices['Galaxy S9+'];

/** The invented citizen of the demonstration. */
const citizen = { email: 'warga@contoh.id', password: 'lapor-contoh-2026' };

let world: World;
test.beforeEach(async ({ browser }) => {
  const [publicReport] = await publishedReports(browser, ['Rambu di persimpangan tertutup pohon']);
  world = { publicReport: publicReport!, citizen };
});

/** A cheap phone whose owner reads in a language and wants no motion. */
async function smallPhone(browser: Browser, language: 'id' | 'en'): Promise<Page> {
  const context = await browser.newContext({
    ...phone,
    viewport: { width: 360, height: 740 },
    reducedMotion: 'reduce',
  });
  await context.addInitScript((chosen) => localStorage.setItem('language', chosen), language);
  return context.newPage();
}

/** What sticks out at the end of the line, at the width that 400 % of a desk's window leaves. */
async function widerThan(page: Page, width: number): Promise<string[]> {
  const before = page.viewportSize()!;
  await page.setViewportSize({ width, height: before.height });
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
      .map((element) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 40)}`)
      .slice(-3);
  });
  await page.setViewportSize(before);
  return wide;
}

const runningAnimations = (page: Page) =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map(({ effect }) => (effect as KeyframeEffect).target?.className ?? ''),
  );

for (const language of ['id', 'en'] as const) {
  test(`every page of the citizens in ${language}, both themes: axe finds nothing, nothing moves, nothing is wider than 320 px, the graph is asked once`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const page = await smallPhone(browser, language);
    let questions: string[] = [];
    page.on('request', (request) => {
      if (!request.url().endsWith('/graphql')) return;
      questions.push((request.postDataJSON() as { operationName?: string }).operationName ?? '?');
    });
    // All of them are looked at before anything is judged.
    const faults: string[] = [];
    for (const visit of await citizenVisits()) {
      await test.step(visit.name, async () => {
        const add = (found: readonly string[]) =>
          void faults.push(...found.map((fault) => `${visit.name}: ${fault}`));
        questions = [];
        await page.emulateMedia({ colorScheme: 'light' });
        await visit.open(page, world);
        await settled(page);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        add(await axeFaults(page));
        const { most, why } = visit.questions ?? { most: 1, why: 'one is enough' };
        if (visit.isLoad && questions.length > most)
          add([`asks the graph for ${questions.join(', ')}; ${why}`]);
        await page.emulateMedia({ colorScheme: 'dark' });
        add((await axeFaults(page)).map((fault) => `dark: ${fault}`));
        add((await runningAnimations(page)).map((name) => `moves: ${name}`));
        add((await widerThan(page, 320)).map((name) => `sticks out at 320 px: ${name}`));
      });
    }
    expect(faults).toEqual([]);
  });
}
