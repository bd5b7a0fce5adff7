import { systemClock } from '@lapor/clock';
import { openDatabase } from '@lapor/database';
import { databaseUrl, readEnvironment } from '@lapor/environment';
import { countRetention } from './modules/retention/index.ts';
import { reportsDatabase } from './service.ts';

// A command for operators: says what the rules of retention would do now, and does nothing.
const settings = readEnvironment(
  { REPORTS_DATABASE_URL: databaseUrl.describe('a postgresql:// URL of the service’s own role') },
  process.env,
);
const database = await openDatabase({
  ...reportsDatabase,
  url: settings.REPORTS_DATABASE_URL,
  isUnhurried: true,
});
try {
  for (const { rule, since, days, count } of await countRetention({ database, clock: systemClock }))
    process.stdout.write(`${String(count).padStart(9)}  ${rule}, ${days} days since ${since}\n`);
} finally {
  await database.close();
}
