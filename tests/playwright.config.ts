import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { launchOptions } from './platform/browser.ts';
import { CONTROL_URL, PLATFORM_PORT, PLATFORM_URL } from './platform/addresses.ts';

const checkout = join(import.meta.dirname, '..');

export default defineConfig({
  testDir: './journeys',
  // Begun empty: two runs at once must not empty each other's.
  outputDir: `../test-results/${PLATFORM_PORT}`,
  // Journeys share one platform and its clock.
  workers: 1,
  fullyParallel: false,
  // A browser on a busy machine: a second try, which the run names.
  retries: 1,
  timeout: 120_000,
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
  webServer: {
    command: `"${process.execPath}" --import @oxc-node/core/register tests/platform/serve.ts`,
    cwd: checkout,
    url: `${CONTROL_URL}/ready`,
    timeout: 180_000,
    reuseExistingServer: !process.env.CI,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'pipe',
    stderr: 'pipe',
  },
});
