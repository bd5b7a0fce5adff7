import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execute } from './checkout.ts';
import type { Outcome } from './outcome.ts';

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numFailedTestSuites: number;
  success: boolean;
}

/** All vitest files, against a real PostgreSQL. A file that cannot be loaded counts as one failure. */
export async function runUnitTests(): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'vitest-report-'));
  const file = join(folder, 'report.json');
  try {
    const { code } = await execute(
      'vitest',
      ['run', '--reporter=default', '--reporter=json', `--outputFile=${file}`],
      { live: true },
    );
    const report = JSON.parse(await readFile(file, 'utf8')) as VitestReport;
    const failed =
      report.numFailedTests > 0 || code === 0
        ? report.numFailedTests
        : Math.max(1, report.numFailedTestSuites);
    return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
