import { z } from 'zod';
import { databaseUrl, readEnvironment, secret, secrets } from '@lapor/environment';
import { rotateSealingKeys } from './rotate-sealing-keys.ts';

// A command for operators of a service in a process of its own: `SEALING_KEYS` names the new key first and the old ones after it.
const settings = readEnvironment(
  {
    REPORTS_DATABASE_URL: databaseUrl,
    REPORTS_SECRET: secret,
    SEALING_KEYS: secrets,
    FILES_DIRECTORY: z.string().min(1),
    FILES_URL: z.string().optional(),
  },
  process.env,
);
const { rewrapped, left } = await rotateSealingKeys({
  databaseUrl: settings.REPORTS_DATABASE_URL,
  reportsSecret: settings.REPORTS_SECRET,
  sealingKeys: settings.SEALING_KEYS,
  filesDirectory: settings.FILES_URL ?? settings.FILES_DIRECTORY,
  say: console.log,
});
console.log(`${rewrapped} wrapped anew, ${left} left`);
process.exit(left > 0 ? 1 : 0);
