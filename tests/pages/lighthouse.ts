import { chromium } from '@playwright/test';
import lighthouse, { type Result } from 'lighthouse';
import { PLATFORM_PORT } from '../platform/addresses.ts';
import { launchOptions } from '../platform/browser.ts';

/** One look at a page, out of a hundred each. */
export interface Look {
  accessibility: number;
  bestPractices: number;
  performance: number;
  /** Audits of the first two that were not passed, with what they name. */
  faults: string[];
  /** Milliseconds, as modelled for slow 4G. */
  largestPaint: number;
  blocked: number;
  shift: number;
}

const GATES = ['accessibility', 'best-practices'] as const;

/** Lets Lighthouse look at addresses as a phone of its own choice, one after the other in one browser. */
export async function withLighthouse<Answer>(
  use: (look: (address: string) => Promise<Look>) => Promise<Answer>,
): Promise<Answer> {
  const port = PLATFORM_PORT + 9;
  const options = await launchOptions();
  const browser = await chromium.launch({
    ...options,
    args: [...(options.args ?? []), `--remote-debugging-port=${port}`],
  });
  try {
    return await use(async (address) => {
      const onlyCategories = [...GATES, 'performance'];
      const run = await lighthouse(address, { port, onlyCategories, output: 'json', logLevel: 'error' });
      if (!run) throw new Error(`Lighthouse has not looked at ${address}`);
      return readLook(run.lhr);
    });
  } finally {
    await browser.close();
  }
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
