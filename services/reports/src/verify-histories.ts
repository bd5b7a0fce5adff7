import { openDatabase } from '@lapor/database';
import { databaseUrl, readEnvironment, secret } from '@lapor/environment';
import { createHistoryChain, verifyHistory } from './modules/history/index.ts';
import { derivedSecret } from './secrets.ts';
import { reportsDatabase } from './service.ts';

// A command for auditors: checks the history of every report against its keyed chain and names the first entry that does not hold.
const settings = readEnvironment({ REPORTS_DATABASE_URL: databaseUrl, REPORTS_SECRET: secret }, process.env);
const database = await openDatabase({ ...reportsDatabase, url: settings.REPORTS_DATABASE_URL });
const chain = createHistoryChain(derivedSecret(settings.REPORTS_SECRET, 'history'));
let checked = 0;
let broken = 0;
try {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const page = await database.query<{ id: string; number: string }>(
      'reports-after',
      'select id, number from report where id > $1 order by id limit 500',
      [after],
    );
    for (const { id, number } of page) {
      const fault = await verifyHistory(database, chain, id);
      checked += 1;
      if (fault === null) continue;
      broken += 1;
      console.log(`Report ${number}: entry ${fault} does not hold`);
    }
    const last = page.at(-1);
    if (!last) break;
    after = last.id;
  }
} finally {
  await database.close();
}
console.log(`${checked} histories checked, ${broken} tampered with`);
process.exit(broken > 0 ? 1 : 0);
