import { randomUUID } from 'node:crypto';
import { symmetricEncrypt } from 'better-auth/crypto';
import { z } from 'zod';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { inTransaction } from '../../transaction.ts';
import { writeAudit } from '../audit/index.ts';
import type { Auth } from '../sign-in/index.ts';

export interface RegisterDeps {
  database: Database;
  clock: Clock;
  auth: Auth;
}

const accountInput = z.object({
  /** The officer's id at `organisations`, by which posts arrive; made when absent. */
  id: z.string().min(1).max(100).optional(),
  email: z.email().max(254).toLowerCase(),
  name: z.string().trim().min(1).max(200),
  password: z.string().min(10).max(128),
  /** Secret of an enrolled second factor (at least 16 characters); without it the person enrols at the first sign-in. */
  totpSecret: z.string().min(16).max(64).optional(),
});
export type AccountInput = z.input<typeof accountInput>;

/**
 * Makes an account without sign-up: of an officer or analyst (nobody can sign up as one), or a citizen's for demonstration. An address that has an account keeps it unchanged.
 * @returns the account's id.
 * @throws when the input is not valid, or the address belongs to a citizen.
 */
export async function registerAccount(
  { database, clock, auth }: RegisterDeps,
  kind: 'officer' | 'analyst' | 'citizen',
  input: AccountInput,
): Promise<string> {
  const { id = randomUUID(), email, name, password, totpSecret } = accountInput.parse(input);
  const existing = await findByAddress(database, email);
  if (existing) return existing;
  const context = await auth.$context;
  const passwordHash = await context.password.hash(password);
  const encrypt = (data: string) => symmetricEncrypt({ key: context.secretConfig, data });
  const secret = totpSecret === undefined ? undefined : await encrypt(totpSecret);
  const backupCodes = await encrypt('[]');
  await inTransaction(database.pool, async (client) => {
    await client.query(
      `insert into account (id, name, email, "emailVerified", "twoFactorEnabled", kind) values ($1, $2, $3, true, $4, $5)`,
      [id, name, email, secret !== undefined, kind],
    );
    await client.query(
      `insert into credential (id, "accountId", "providerId", "userId", password, "updatedAt")
       values ($1, $2, 'credential', $2, $3, current_timestamp)`,
      [randomUUID(), id, passwordHash],
    );
    if (secret !== undefined)
      await client.query(
        `insert into second_factor (id, secret, "backupCodes", "userId", verified, "failedVerificationCount")
         values ($1, $2, $3, $4, true, 0)`,
        [randomUUID(), secret, backupCodes, id],
      );
    const action = kind === 'officer' ? 'OFFICER_REGISTERED' : 'ANALYST_REGISTERED';
    await writeAudit(client, { at: clock.now(), action, accountId: id });
  });
  return id;
}

async function findByAddress(database: Database, email: string): Promise<string | undefined> {
  const [account] = await database.query<{ id: string; kind: string }>(
    'account-by-address',
    'select id, kind from account where email = $1',
    [email],
  );
  if (account?.kind === 'citizen')
    throw new Error('The address belongs to a citizen; an officer needs another one');
  return account?.id;
}
