import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { tellAccountChanged } from '../account-events/index.ts';
import { writeAudit } from '../audit/index.ts';
import { faultWords, hashPassword, passwordFault, storePassword } from '../passwords/index.ts';
import { newBackupCodes, storedSecret, storeTotp } from '../second-factor/index.ts';

export interface RegisterDeps {
  database: Database;
  clock: Clock;
  authSecret: string;
}

const accountInput = z.object({
  /** The officer's id at `organisations`, by which posts arrive; made when absent. */
  id: z.string().min(1).max(100).optional(),
  email: z.email().max(254).toLowerCase(),
  name: z.string().trim().min(1).max(200),
  password: z.string(),
  /** Secret of an enrolled second factor (at least 16 characters); without it the person enrols at the first sign-in. */
  totpSecret: z.string().min(16).max(64).optional(),
});
export type AccountInput = z.input<typeof accountInput>;

const ACTIONS = {
  officer: 'OFFICER_REGISTERED',
  analyst: 'ANALYST_REGISTERED',
  citizen: 'ACCOUNT_CREATED',
} as const;

/**
 * Makes an account without sign-up or invitation: the first officers, and demonstrations. An address that has an account keeps it unchanged.
 * @returns the account's id.
 * @throws when the input is not valid, or an officer's address belongs to a citizen.
 */
export async function registerAccount(
  { database, clock, authSecret }: RegisterDeps,
  kind: 'officer' | 'analyst' | 'citizen',
  input: AccountInput,
): Promise<string> {
  const { id = randomUUID(), email, name, password, totpSecret } = accountInput.parse(input);
  const existing = await findByAddress(database, email, kind);
  if (existing) return existing;
  const wrong = await passwordFault(password, { kind, email, name });
  if (wrong) throw new Error(faultWords(wrong));
  const hash = await hashPassword(password);
  const secret = totpSecret === undefined ? undefined : await storedSecret(authSecret, totpSecret);
  const { stored: backupCodes } = await newBackupCodes(authSecret);
  await database.transaction(async (em) => {
    await em.execute(
      `insert into account (id, name, email, "emailVerified", "twoFactorEnabled", kind) values (?, ?, ?, true, ?, ?)`,
      [id, name, email, secret !== undefined, kind],
    );
    await storePassword(em, id, hash);
    if (secret !== undefined) await storeTotp(em, id, { secret, backupCodes });
    const at = clock.now();
    await writeAudit(em, { at, action: ACTIONS[kind], accountId: id });
    await tellAccountChanged(em, id, at);
  });
  return id;
}

async function findByAddress(
  database: Database,
  email: string,
  kind: 'officer' | 'analyst' | 'citizen',
): Promise<string | undefined> {
  const [account] = await database.query<{ id: string; kind: string }>(
    'account-by-address',
    'select id, kind from account where email = $1',
    [email],
  );
  if (account?.kind === 'citizen' && kind !== 'citizen')
    throw new Error('The address belongs to a citizen; an officer needs another one');
  return account?.id;
}
