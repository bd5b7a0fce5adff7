import type { Database } from '@lapor/database';
import { systemClock } from '@lapor/clock';

const DAY = 86_400_000;

/** Deletes what has run out: sessions, codes, counters, sign-ups that were never confirmed. All of it is dated by the machine's clock. */
export async function tidy(database: Database): Promise<void> {
  const now = systemClock.now();
  const yesterday = new Date(now.getTime() - DAY);
  await database.query('tidy-sessions', 'delete from session where "expiresAt" < $1', [now]);
  await database.query('tidy-codes', 'delete from verification where "expiresAt" < $1', [now]);
  await database.query('tidy-limits', 'delete from rate_limit where "lastRequest" < $1', [
    yesterday.getTime(),
  ]);
  await database.query('tidy-attempts', 'delete from address_attempt where started_at < $1', [yesterday]);
  await database.query(
    'tidy-sign-ups',
    `delete from account where not "emailVerified" and kind = 'citizen' and "createdAt" < $1`,
    [yesterday],
  );
}
