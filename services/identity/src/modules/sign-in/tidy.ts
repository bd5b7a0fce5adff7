import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { systemClock } from '@lapor/clock';
import { isAdmittedAt } from '../sessions/index.ts';

const DAY = 86_400_000;
/** Use of keys is shown for thirty days, and kept for a year. */
const KEY_USE_DAYS = 366;

/**
 * Deletes what has run out: sessions, codes, counters, challenges, sign-ups that were never confirmed, and sessions of officers whose last
 * post has ended meanwhile. The library's rows are dated by the machine's clock, ours by the injected one. The audit log stays.
 */
export async function tidy({ database, clock }: { database: Database; clock: Clock }): Promise<void> {
  const machineNow = systemClock.now();
  const machineYesterday = new Date(machineNow.getTime() - DAY);
  await database.query('tidy-sessions', 'delete from session where "expiresAt" < $1', [machineNow]);
  await database.query('tidy-codes', 'delete from verification where "expiresAt" < $1', [machineNow]);
  await database.query('tidy-limits', 'delete from rate_limit where "lastRequest" < $1', [
    machineYesterday.getTime(),
  ]);
  await database.query(
    'tidy-sign-ups',
    `delete from account where not "emailVerified" and kind = 'citizen' and "createdAt" < $1`,
    [machineYesterday],
  );

  const now = clock.now();
  await database.query(
    'tidy-outsiders',
    `delete from session s using account a where a.id = s."userId" and not ${isAdmittedAt('$1')}`,
    [now],
  );
  await database.query('tidy-attempts', 'delete from address_attempt where started_at < $1', [
    new Date(now.getTime() - DAY),
  ]);
  for (const table of ['one_time_code', 'passkey_challenge', 'pending_totp', 'oidc_attempt'])
    await database.query(`tidy ${table}`, `delete from ${table} where expires_at < $1`, [now]);
  await database.query(
    'tidy-invitations',
    'update invitation set contact = null where contact is not null and expires_at < $1',
    [now],
  );
  await database.query(
    'tidy-key-use',
    'delete from api_key_use where day < ($1::timestamptz)::date - $2::int',
    [now, KEY_USE_DAYS],
  );
}
