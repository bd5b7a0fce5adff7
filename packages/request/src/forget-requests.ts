import type { Database } from '@lapor/database';

const KEPT_DAYS = 30;

/** Forgets the answers to requests that no device sends again. Returns how many. */
export async function forgetRequests(database: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  const rows = await database.query<{ key: string }>(
    'forget-requests',
    'delete from remembered_request where at < $1 returning key',
    [before],
  );
  return rows.length;
}
