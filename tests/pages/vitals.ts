import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

/** What a reader of a page felt, as browsers report it of real visits. */
export interface Vitals {
  /** Milliseconds until the largest piece of the first view was there. */
  largestPaint: number;
  /** Milliseconds of the slowest answer to a touch or a key; null when nothing was touched. */
  slowestAnswer: number | null;
  /** How far content moved by itself; 0 is nothing. */
  shift: number;
  /** The element that moved most. */
  shifted: string | null;
}

interface Measure {
  value: number;
  attribution: { largestShiftTarget?: string };
}
type Library = Record<
  'onLCP' | 'onINP' | 'onCLS',
  (take: (measure: Measure) => void, options: object) => void
>;

const script = fileURLToPath(new URL('web-vitals.attribution.iife.js', import.meta.resolve('web-vitals')));

/** Measures every document that the page opens from now on. */
export async function measureVitals(page: Page): Promise<void> {
  const library = await readFile(script, 'utf8');
  // In one script: each has a scope of its own.
  await page.addInitScript({ content: `${library}\n(${measure.toString()})(webVitals);` });
}

/** Runs in the page. */
function measure({ onLCP, onINP, onCLS }: Library): void {
  const measured: Partial<Vitals> = {};
  Object.assign(globalThis, { measured });
  const always = { reportAllChanges: true, durationThreshold: 16 };
  onLCP(({ value }) => void (measured.largestPaint = value), always);
  onINP(({ value }) => void (measured.slowestAnswer = value), always);
  onCLS(({ value, attribution }) => {
    measured.shift = value;
    measured.shifted = attribution.largestShiftTarget ?? null;
  }, always);
}

/** As measured in this document so far. */
export const vitalsOf = (page: Page): Promise<Vitals> =>
  page.evaluate(() => {
    const { measured } = globalThis as unknown as { measured: object };
    return { largestPaint: NaN, slowestAnswer: null, shift: 0, shifted: null, ...measured };
  });
