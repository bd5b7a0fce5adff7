import { chromium, type Page } from '@playwright/test';
import { launchOptions } from '../platform/browser.ts';

/**
 * Scrolls and narrows an inbox in a real browser and says as JSON, on the last line, how long frames took. `pnpm bench:inbox` fills the inbox and
 * starts this; by hand it works with any platform on loopback.
 */
interface Asked {
  origin: string;
  /** A session, as `name=value; …`. */
  cookie: string;
  /** Address of the box. */
  path: string;
  /** Numbers of lines at which is measured, ascending. */
  rows: readonly number[];
  secondsEach: number;
}

/** What one stretch of work came to, in milliseconds. */
export interface Stretch {
  name: string;
  /** Lines that were loaded. */
  rows: number;
  frames: number;
  p50: number;
  p95: number;
  longest: number;
  longTasks: number;
  longestTask: number;
  /** Until what was asked for stood there, where that is what was measured. */
  until?: number;
}

const PIXELS_PER_FRAME = 90;
const READING_LIMIT = 10 * 60_000;

const asked = JSON.parse(process.argv[2]!) as Asked;
const { hostname } = new URL(asked.origin);
if (hostname !== '127.0.0.1' && hostname !== 'localhost') throw new Error('Loopback only');

const browser = await chromium.launch(await launchOptions());
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'id-ID' });
  await context.addCookies(
    asked.cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=');
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: asked.origin };
    }),
  );
  const page = await context.newPage();
  await page.goto(`${asked.origin}${asked.path}`);
  await page.getByRole('table').getByRole('link').first().waitFor();
  const stretches: Stretch[] = [];
  const most = asked.rows[0] ?? 0;
  stretches.push(await measured(page, 'reading on while scrolling', () => scrollUntil(page, most)));
  for (const rows of asked.rows) {
    await readUpTo(page, rows);
    stretches.push(await measured(page, 'scrolling up and down', () => swing(page, asked.secondsEach)));
  }
  stretches.push(await measured(page, 'twenty lines by J and X', () => choose(page)));
  stretches.push(await measured(page, 'narrowing by kind', () => narrow(page)));
  console.log(JSON.stringify(stretches));
} finally {
  await browser.close();
}

/** Frames and tasks of more than 50 ms while something is done. */
async function measured(page: Page, name: string, work: () => Promise<number | void>): Promise<Stretch> {
  await page.evaluate(() => {
    const kept = { frames: [] as number[], tasks: [] as number[], isOn: true };
    (window as unknown as { kept: typeof kept }).kept = kept;
    new PerformanceObserver((list) => {
      if (kept.isOn) for (const { duration } of list.getEntries()) kept.tasks.push(duration);
    }).observe({ type: 'longtask' });
    let last = performance.now();
    const look = (now: number) => {
      kept.frames.push(now - last);
      last = now;
      if (kept.isOn) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const until = await work();
  const { frames, tasks } = await page.evaluate(async () => {
    // What is still being drawn belongs to it.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const { kept } = window as unknown as { kept: { frames: number[]; tasks: number[]; isOn: boolean } };
    kept.isOn = false;
    return kept;
  });
  const ascending = frames.slice(1).toSorted((one, other) => one - other);
  const at = (share: number) => Math.round(ascending[Math.floor(ascending.length * share)] ?? 0);
  return {
    name,
    rows: await loaded(page),
    frames: ascending.length,
    p50: at(0.5),
    p95: at(0.95),
    longest: Math.round(ascending.at(-1) ?? 0),
    longTasks: tasks.length,
    longestTask: Math.round(Math.max(0, ...tasks)),
    ...(typeof until === 'number' && { until: Math.round(until) }),
  };
}

/** "1.200 laporan ditampilkan". */
async function loaded(page: Page): Promise<number> {
  const text = await page.getByText(/laporan ditampilkan$/).innerText();
  return Number(text.replace(/\D/g, ''));
}

/** As a wheel does, one step a frame, until so many lines are there. */
async function scrollUntil(page: Page, rows: number): Promise<void> {
  while ((await loaded(page)) < rows)
    await page.evaluate(
      ([step, count]) =>
        new Promise<void>((resolve) => {
          let left = count!;
          const go = () => {
            window.scrollBy(0, step!);
            if (--left > 0) requestAnimationFrame(go);
            else resolve();
          };
          requestAnimationFrame(go);
        }),
      [PIXELS_PER_FRAME, 60],
    );
}

/** To the end again and again, which is not measured. */
async function readUpTo(page: Page, rows: number): Promise<void> {
  const end = Date.now() + READING_LIMIT;
  for (let before = await loaded(page); before < rows;) {
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page
      .waitForFunction(
        (count) =>
          Number(
            [...document.querySelectorAll('p, span')]
              .find((element) => element.textContent.endsWith('laporan ditampilkan'))
              ?.textContent.replace(/\D/g, ''),
          ) > count,
        before,
        { timeout: 30_000 },
      )
      // The end of the list.
      .catch(() => undefined);
    const now = await loaded(page);
    if (now === before || Date.now() > end) return;
    before = now;
  }
}

/** Up and down around the middle of what is loaded. */
async function swing(page: Page, seconds: number): Promise<void> {
  await page.evaluate(
    ([step, length]) =>
      new Promise<void>((resolve) => {
        window.scrollTo(0, document.documentElement.scrollHeight / 2);
        const begin = performance.now();
        const go = (now: number) => {
          const passed = now - begin;
          window.scrollBy(0, Math.floor(passed / 2_000) % 2 === 0 ? step! : -step!);
          if (passed < length!) requestAnimationFrame(go);
          else resolve();
        };
        requestAnimationFrame(go);
      }),
    [PIXELS_PER_FRAME, seconds * 1_000],
  );
}

/** Choosing and walking by keyboard in a long list. */
async function choose(page: Page): Promise<void> {
  for (let count = 0; count < 20; count++) {
    await page.keyboard.press('j');
    await page.keyboard.press('x');
  }
}

/** From the choice of a filter until the narrowed list stands there. */
async function narrow(page: Page): Promise<number> {
  await page.evaluate(() => window.scrollTo(0, 0));
  const from = performance.now();
  await page.getByLabel('Jenis').selectOption('aspirasi');
  await page.waitForURL(/jenis=aspirasi/);
  await page.getByText(/laporan ditampilkan$/).waitFor();
  return performance.now() - from;
}
