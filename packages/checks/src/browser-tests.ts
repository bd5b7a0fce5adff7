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

/** The journeys in a real browser. One that held at its second try only is said aloud, and not counted as failed. */
export async function runBrowserTests(
  rest: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  await buildApplications();
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
