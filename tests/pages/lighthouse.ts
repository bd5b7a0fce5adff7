import { chromium, type BrowserContext, type Page } from '@playwright/test';
import lighthouse, { desktopConfig, type Config, type Result } from 'lighthouse';
import { PLATFORM_PORT } from '../platform/addresses.ts';
import { launchOptions } from '../platform/browser.ts';
import { median } from './median.ts';

/** One look at a page, out of a hundred each. */
export interface Look {
  accessibility: number;
  bestPractices: number;
  performance: number;
  /** Audits of the first two that were not passed, with what they name. */
  faults: string[];
  /** Milliseconds, as modelled for slow 4G, or for an office's line at a desk. */
  largestPaint: number;
  blocked: number;
  shift: number;
}

const GATES = ['accessibility', 'best-practices'] as const;

/** Cookies of somebody who has signed in, as a browser's context gives them. */
export type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

export interface Lighthouse {
  /** As a phone of Lighthouse's own choice on slow 4G. */
  onPhone(address: string): Promise<Look>;
  /** As a computer at a desk. */
  atDesk(address: string): Promise<Look>;
  /** From now on pages are looked at with these cookies and no others. */
  signInWith(cookies: Cookies): Promise<void>;
  /** A page of the same browser with the same cookies, to see what there is to look at. */
  openPage(): Promise<Page>;
}

/** Lets Lighthouse look at addresses, one after the other in one browser. */
export async function withLighthouse<Answer>(use: (look: Lighthouse) => Promise<Answer>): Promise<Answer> {
  const port = PLATFORM_PORT + 9;
  const options = await launchOptions();
  const browser = await chromium.launch({
    ...options,
    args: [...(options.args ?? []), `--remote-debugging-port=${port}`],
  });
  // Lighthouse opens its pages beside the contexts that tests make, with the browser's own cookies.
  const [own] = (await chromium.connectOverCDP(`http://127.0.0.1:${port}`)).contexts();
  const flags: Parameters<typeof lighthouse>[1] = {
    port,
    onlyCategories: [...GATES, 'performance'],
    output: 'json',
    logLevel: 'error',
    disableFullPageScreenshot: true,
  };
  const look = async (address: string, config?: Config) => {
    const run = await lighthouse(address, flags, config);
    if (!run) throw new Error(`Lighthouse has not looked at ${address}`);
    return readLook(run.lhr);
  };
  try {
    return await use({
      onPhone: (address) => look(address),
      atDesk: (address) => look(address, desktopConfig),
      async signInWith(cookies) {
        await own!.clearCookies();
        await own!.addCookies(cookies);
      },
      openPage: () => own!.newPage(),
    });
  } finally {
    await browser.close();
  }
}

/** What was measured in several looks at one page: the marks, and the middle of what varies. */
export function figuresOf(page: string, looks: readonly Look[]): Record<string, string | number> {
  const middle = (name: 'performance' | 'largestPaint' | 'blocked' | 'shift') =>
    median(looks.map((each) => each[name]));
  return {
    page,
    accessibility: looks[0]!.accessibility,
    'best practices': looks[0]!.bestPractices,
    performance:
      looks.length === 1
        ? middle('performance')
        : `${middle('performance')} (${looks.map(({ performance }) => performance).join(', ')})`,
    'LCP ms': Math.round(middle('largestPaint')),
    'blocked ms': Math.round(middle('blocked')),
    CLS: Number(middle('shift').toFixed(3)),
  };
}

function readLook({ categories, audits, runtimeError }: Result): Look {
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`);
  const scoreOf = (category: string) => Math.round((categories[category]?.score ?? 0) * 100);
  const valueOf = (audit: string) => audits[audit]?.numericValue ?? NaN;
  return {
    accessibility: scoreOf('accessibility'),
    bestPractices: scoreOf('best-practices'),
    performance: scoreOf('performance'),
    faults: GATES.flatMap((category) => categories[category]!.auditRefs)
      .map(({ id }) => audits[id]!)
      .filter(({ score }) => score !== null && score < 1)
      .map(({ id, title, details }) => `${id}: ${title} ${JSON.stringify(details ?? {}).slice(0, 600)}`),
    largestPaint: valueOf('largest-contentful-paint'),
    blocked: valueOf('total-blocking-time'),
    shift: valueOf('cumulative-layout-shift'),
  };
}
