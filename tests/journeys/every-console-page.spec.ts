import { expect, type Page } from '@playwright/test';
import { axeFaults } from './people/axe.ts';
import { settle } from './people/clock.ts';
import { test } from './people/journey.ts';
import { officer } from './people/officer.ts';
import { publishedReports } from './people/published-report.ts';
import { PLATFORM_URL } from '../platform/addresses.ts';
import { consoleSettled, consoleVisits } from '../pages/console-visits.ts';
import { watchRounds, type Question } from '../pages/graph-rounds.ts';

const PHONE = 390;

/** Who is there, and all that stands around the page, in one question: asked whatever page is opened. */
const FRAME = ['Session', 'AgencyFrame', 'NationFrame'];
/** Who else has a report open is told and asked for by itself, again and again. */
const TOGETHER = ['MarkPresence', 'Company'];
const ASKED_BY_THE_FRAME = new Set([...FRAME, ...TOGETHER]);

/** At the desk the next report is loaded while one is read: a question about another one than that which stands there. */
async function askedAhead(page: Page, questions: readonly Question[]): Promise<readonly Question[]> {
  const shown = await page
    .locator('#desk-report ~ a.code')
    .evaluateAll(([link]) => link?.getAttribute('href'));
  if (!shown) return [];
  return questions.filter(
    ({ name, variables }) => name === 'DeskReport' && !shown.endsWith(`/${String(variables['number'])}`),
  );
}

/** From page to page of the menu nobody asks again who is there. */
async function askedOnTheWay(page: Page): Promise<string[]> {
  const again: string[] = [];
  page.on('request', (request) => {
    if (!request.url().endsWith('/graphql')) return;
    const { operationName } = request.postDataJSON() as { operationName?: string };
    if (operationName === 'Session') again.push(`asks who is there again on the way to ${page.url()}`);
  });
  await page.setViewportSize({ width: 1440, height: 900 });
  const links = page.locator('.rail a[href]:not([aria-current])');
  for (const name of (await links.allInnerTexts()).slice(1, 4)) {
    await page.locator('.rail').getByRole('link', { name }).first().click();
    await consoleSettled(page);
  }
  return again;
}

/** What sticks out at the end of the line. */
const stickingOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
      .map((element) => `${element.tagName}.${element.className} ${element.textContent.slice(0, 40)}`)
      .slice(-3);
  });

for (const [console, email] of [
  ['web-agency', 'diskominfo.padang@contoh.go.id'],
  ['web-admin', 'verifikator@contoh.go.id'],
] as const)
  test(`every page of ${console}, in the dark at a desk and in the light on a phone: axe finds nothing, nothing is wider than ${PHONE} px, and the graph is asked once, in one round`, async ({
    browser,
  }) => {
    test.setTimeout(360_000);
    const [report] = await publishedReports(browser, ['Rambu di persimpangan tertutup pohon']);
    await settle();
    const page = await officer(browser, email);
    // Nothing of the page that sign-in leads to is asked while the first one is looked at.
    await consoleSettled(page);
    const graph = watchRounds(page, (name) => ASKED_BY_THE_FRAME.has(name));
    const measured: string[] = [];
    // All of them are looked at before anything is judged.
    const faults: string[] = [];
    for (const { address, most } of await consoleVisits(console, report!))
      await test.step(address, async () => {
        const add = (found: readonly string[]) =>
          void faults.push(...found.map((fault) => `${address}: ${fault}`));
        graph.begin();
        await page.setViewportSize({ width: 1440, height: 900 });
        await page.emulateMedia({ colorScheme: 'dark' });
        await page.goto(PLATFORM_URL + address);
        await consoleSettled(page);
        graph.settled();
        add((await axeFaults(page)).map((fault) => `dark: ${fault}`));
        await page.setViewportSize({ width: PHONE, height: 844 });
        await page.emulateMedia({ colorScheme: 'light' });
        add((await axeFaults(page)).map((fault) => `on a phone: ${fault}`));
        add((await stickingOut(page)).map((what) => `sticks out at ${PHONE} px: ${what}`));
        const ahead = await askedAhead(page, graph.questions());
        const own = graph.questions().filter((question) => !ahead.includes(question));
        const rounds = Math.max(0, ...own.map(({ round }) => round));
        const told = own.map(({ name, round }) => `${name} (${round})`).join(', ');
        measured.push(`${address}: ${own.length} in ${rounds}: ${told}`);
        if (own.length > most) add([`asks the graph for ${told}; ${most} are enough`]);
        if (rounds > 1) add([`asks in ${rounds} rounds: ${told}; one is enough`]);
      });
    faults.push(...(await askedOnTheWay(page)));
    await test.info().attach('questions to the graph', { body: measured.join('\n') });
    expect(faults).toEqual([]);
  });
