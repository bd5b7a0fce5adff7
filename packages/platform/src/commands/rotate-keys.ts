import { join } from 'node:path';
import { rotateSealingKeys } from '@lapor/service-reports';
import { openDatabases } from '../open-databases.ts';
import { readSettings } from '../settings.ts';

/** Wraps everything that `reports` has sealed by the newest of `SEALING_KEYS`; the platform may run meanwhile. */
export async function rotateKeys(): Promise<void> {
  const settings = readSettings(process.env);
  if (settings.sealingKeys.length === 0)
    throw new Error('SEALING_KEYS is missing: the new key first, then those before it, with commas between.');
  const databases = await openDatabases(settings);
  try {
    const { rewrapped, left } = await rotateSealingKeys({
      databaseUrl: databases.urls.reports,
      reportsSecret: settings.secrets.reports,
      sealingKeys: settings.sealingKeys,
      filesDirectory: settings.filesUrl ?? join(settings.dataDirectory, 'files'),
      say: console.log,
    });
    console.log(
      left === 0
        ? `${rewrapped} wrapped anew; keys after the first are not needed any more.`
        : `${rewrapped} wrapped anew, ${left} left: keep the old keys, and look at the lines above.`,
    );
    process.exitCode = left > 0 ? 1 : 0;
  } finally {
    // A server that a running platform uses is not this command's to stop.
    if (!databases.ranBefore) await databases.stop();
  }
}
