import { parseArgs } from 'node:util';
import { z } from 'zod';
import { databaseUrl, readEnvironment, secret } from '@lapor/environment';
import { parseAnchor, verifyAllHistories } from './verify-histories.ts';

// A command for auditors of a service in a process of its own: names the first entry of each history that does not hold.
const settings = readEnvironment(
  {
    REPORTS_DATABASE_URL: databaseUrl,
    REPORTS_SECRET: secret,
    FILES_DIRECTORY: z.string().min(1),
    HISTORY_HEADS_DIRECTORY: z.string().min(1).optional(),
  },
  process.env,
);
const { values } = parseArgs({ options: { anchor: { type: 'string' } } });
const faulty = await verifyAllHistories({
  databaseUrl: settings.REPORTS_DATABASE_URL,
  reportsSecret: settings.REPORTS_SECRET,
  filesDirectory: settings.FILES_DIRECTORY,
  headsDirectory: settings.HISTORY_HEADS_DIRECTORY,
  anchor: values.anchor === undefined ? undefined : parseAnchor(values.anchor),
  say: console.log,
});
process.exit(faulty > 0 ? 1 : 0);
