import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { systemClock } from '@lapor/clock';
import { openDatabase } from '@lapor/database';
import { createLogger } from '@lapor/logging';
import { migrations } from '../migrations/index.ts';
import { environment } from './environment.ts';
import { registerAccount } from './modules/accounts/index.ts';
import { createAuth } from './modules/sign-in/index.ts';

// A command for operators: makes an officer's account and prints its first password once. The officer enrols a second factor
// at the first sign-in and changes the password there.
const { values } = parseArgs({
  options: { id: { type: 'string' }, email: { type: 'string' }, name: { type: 'string' } },
});
if (!values.id || !values.email || !values.name) {
  process.stderr.write('Usage: register-officer --id <officer id> --email <address> --name <name>\n');
  process.exit(2);
}
const settings = environment(process.env);
const logger = createLogger('identity', settings.LOG_LEVEL);
const database = await openDatabase({
  url: settings.IDENTITY_DATABASE_URL,
  schema: 'identity',
  entities: [],
  migrations,
});
try {
  const auth = createAuth({
    database,
    clock: systemClock,
    logger,
    mailer: { sendSignInCode: () => Promise.reject(new Error('This command sends no mail')) },
    publicUrl: settings.PUBLIC_URL,
    authSecret: settings.AUTH_SECRET,
    inBackground: () => {},
  });
  const password = randomBytes(15).toString('base64url');
  const { id, email, name } = values;
  const accountId = await registerAccount({ database, clock: systemClock, auth }, 'officer', {
    id,
    email,
    name,
    password,
  });
  process.stdout.write(
    accountId === id
      ? `Registered. First password, shown only now: ${password}\n`
      : 'This address has an account already; nothing was changed.\n',
  );
} finally {
  await database.close();
}
