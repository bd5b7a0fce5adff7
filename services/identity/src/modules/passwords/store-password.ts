import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';

/** Writes a password's hash, the first of an account or a new one. */
export async function storePassword(em: EntityManager, accountId: string, hash: string): Promise<void> {
  const updated = await em.execute<unknown[]>(
    `update credential set password = ?, "updatedAt" = current_timestamp
     where "userId" = ? and "providerId" = 'credential' returning id`,
    [hash, accountId],
  );
  if (updated.length > 0) return;
  await em.execute(
    `insert into credential (id, "accountId", "providerId", "userId", password, "updatedAt")
     values (?, ?, 'credential', ?, ?, current_timestamp)`,
    [randomUUID(), accountId, accountId, hash],
  );
}

/** The hash of an account's password; `null` without one. */
export async function findPasswordHash(database: Database, accountId: string): Promise<string | null> {
  const [row] = await database.query<{ password: string | null }>(
    'password-of',
    `select password from credential where "userId" = $1 and "providerId" = 'credential'`,
    [accountId],
  );
  return row?.password ?? null;
}
