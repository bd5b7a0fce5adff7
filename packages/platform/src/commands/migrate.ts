import { join } from 'node:path';
import { systemClock } from '@lapor/clock';
import { openDatabases } from '../open-databases.ts';
import { readSettings } from '../settings.ts';
import { startServices } from '../start-services.ts';

/** Brings schemas and reference data up to date and ends. */
export async function migrate(): Promise<void> {
  const settings = readSettings(process.env);
  const databases = await openDatabases(settings);
  try {
    const services = await startServices({
      ...settings,
      urls: databases.urls,
      filesDirectory: join(settings.dataDirectory, 'files'),
      clock: systemClock,
    });
    await services.shareReferenceData();
    await services[Symbol.asyncDispose]();
    console.log('Schemas and reference data are up to date.');
  } finally {
    await databases.stop();
  }
}
