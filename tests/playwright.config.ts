import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { launchOptions } from './platform/browser.ts';
import { controlPort, FIRST_PORT, PLATFORM_URL } from './platform/addresses.ts';

const checkout = join(import.meta.dirname, '..');
const workers = Number(process.env.JOURNEYS_AT_ONCE ?? 1);

export default defineConfig({
  testDir: './journeys',
  // Begun empty: two runs at once must not empty each other's.
  outputDir: `../test-results/${FIRST_PORT}`,
  // Each has a platform and a clock of its own.
  workers,
  fullyParallel: false,
  // A browser on a busy machine: a second try, which the run names.
  retries: 1,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  use: {
    baseURL: PLATFORM_URL,
    launchOptions: await launchOptions(),
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    viewport: { width: 390, height: 844 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  webServer: Array.from({ length: workers }, (_, worker) => ({
    command: `"${process.execPath}" --import @oxc-node/core/register tests/platform/serve.ts`,
    cwd: checkout,
    env: { TEST_PARALLEL_INDEX: String(worker) },
    url: `http://127.0.0.1:${controlPort(worker)}/ready`,
    timeout: 180_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 15_000 },
    stdout: 'pipe' as const,
    stderr: 'pipe' as const,
  })),
});
