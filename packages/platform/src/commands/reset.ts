import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { serverHome } from '@lapor/database/embedded';
import { openDatabases } from '../open-databases.ts';
import { requireFreePort } from '../port.ts';
import { readSettings } from '../settings.ts';

/** Removes the local data: the embedded database, files, secrets, demo. Asks first; `--yes` or no terminal does not. Never in production. */
export async function reset(): Promise<void> {
  const settings = readSettings(process.env);
  if (settings.production) throw new Error('Production data are not removed by a command.');
  if (settings.database.kind !== 'embedded')
    throw new Error('Only the embedded database is removed; drop the schemas of an external one yourself.');
  await requireFreePort(settings.port, settings.host);
  const { dataDirectory } = settings;
  if (!existsSync(dataDirectory)) return console.log('There is nothing to remove.');
  if (process.stdin.isTTY && !process.argv.includes('--yes')) {
    const question = createInterface({ input: process.stdin, output: process.stdout });
    const answer = await question.question(`Remove all data in ${dataDirectory}? [y/N] `);
    question.close();
    if (!/^y(es)?$/i.test(answer)) return console.log('Nothing was removed.');
  }
  // A server that outlived its platform is stopped by starting and stopping it here.
  const home = serverHome(join(dataDirectory, 'postgres'));
  if (existsSync(join(home.data, 'postmaster.pid'))) await (await openDatabases(settings)).stop();
  for (const folder of home.own) rmSync(folder, { recursive: true, force: true });
  for (const name of readdirSync(dataDirectory))
    rmSync(join(dataDirectory, name), { recursive: true, force: true });
  console.log('Removed. The next start begins anew.');
}
