import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApplications } from '@lapor/platform';
import { checkout, execute } from './checkout.ts';
import type { Outcome } from './outcome.ts';

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: { message?: string }[];
}

/** Journeys that measure a page have the machine for themselves. */
const MEASURING = '@measures';

/** All journeys in a real browser: two at once, each with a platform of its own, then those that measure, one by one. */
export async function runAllJourneys(): Promise<Outcome[]> {
  await buildApplications();
  return [
    await playwright(['--grep-invert', MEASURING], { JOURNEYS_AT_ONCE: '2' }),
    await playwright(['--grep', MEASURING]),
  ];
}

/** Some of the journeys, one by one, as the arguments of Playwright say. */
export async function runJourneys(
  rest: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  await buildApplications();
  return playwright(rest, env);
}

/** One that held at its second try only is said aloud, and not counted as failed. */
async function playwright(
  rest: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'playwright-report-'));
  const file = join(folder, 'report.json');
  try {
    const { code } = await execute(
      join(checkout, 'tests/node_modules/.bin/playwright'),
      ['test', '--config', 'tests/playwright.config.ts', '--reporter', 'list,json', ...rest],
      {
        live: true,
        env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      },
    );
    const { stats, errors } = JSON.parse(await readFile(file, 'utf8')) as PlaywrightReport;
    for (const { message } of errors) console.log(message);
    if (stats.flaky > 0) console.log(`! ${stats.flaky} of the journeys held at the second try only`);
    const failed = stats.unexpected + errors.length;
    return {
      passed: stats.expected + stats.flaky,
      failed: code === 0 ? failed : Math.max(1, failed),
      skipped: stats.skipped,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
