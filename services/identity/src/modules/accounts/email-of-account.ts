import type { Database } from '@lapor/database';

/** The proved mail address of an account, for `channels` at the moment of sending; `null` when there is none. */
export async function emailOfAccount(database: Database, accountId: string): Promise<string | null> {
  const [account] = await database.query<{ email: string }>(
    'email-of-account',
    'select email from account where id = $1 and "emailVerified"',
    [accountId],
  );
  return account?.email ?? null;
}
