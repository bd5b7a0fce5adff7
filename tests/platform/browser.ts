import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LaunchOptions } from '@playwright/test';

const cache = join(import.meta.dirname, '../../.cache/chromium');

/**
 * The Chromium that comes as an npm package; `CHROMIUM_PATH` names another. It unpacks into the temporary folder with mode 700,
 * so it gets one of this checkout's own.
 */
export async function launchOptions(): Promise<LaunchOptions> {
  const args = [
    '--no-sandbox',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  if (process.env.CHROMIUM_PATH) return { executablePath: process.env.CHROMIUM_PATH, args };
  mkdirSync(cache, { recursive: true });
  process.env.TMPDIR = cache;
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  const binaries = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin');
  const libraries = await inflate(join(binaries, 'al2023.tar.br'));
  return {
    executablePath: await chromium.executablePath(),
    args,
    env: { ...process.env, LD_LIBRARY_PATH: join(libraries, 'lib') } as Record<string, string>,
  };
}
