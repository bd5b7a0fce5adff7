import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseAnchor, verifyAllHistories } from '@lapor/service-reports';
import { openDatabases } from '../open-databases.ts';
import { readSettings } from '../settings.ts';

/** Checks the histories of all reports against their chains and the log of heads; the platform may run meanwhile. */
export async function verifyHistory(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(3).filter((argument) => argument !== '--'),
    options: { anchor: { type: 'string' } },
  });
  const settings = readSettings(process.env);
  const databases = await openDatabases(settings);
  try {
    const faulty = await verifyAllHistories({
      databaseUrl: databases.urls.reports,
      reportsSecret: settings.secrets.reports,
      filesDirectory: join(settings.dataDirectory, 'files'),
      headsDirectory: settings.historyHeadsDirectory,
      anchor: values.anchor === undefined ? undefined : parseAnchor(values.anchor),
      say: console.log,
    });
    process.exitCode = faulty > 0 ? 1 : 0;
  } finally {
    // A server that a running platform uses is not this command's to stop.
    if (!databases.ranBefore) await databases.stop();
  }
}
