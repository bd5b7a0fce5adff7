import { unhurried, type Database } from '@lapor/database';
import type { Logger } from '@lapor/logging';

/** Checks that a migration added without looking at the deliveries of before. */
const ADDED = ['delivery_way_check', 'delivery_state_check'] as const;

/**
 * Looks at the deliveries of before, after the migrations and apart from them: they hold the table until all of them are through, this
 * lets messages leave meanwhile. What fails is tried again at the next start.
 */
export async function checkDeliveries(database: Database, logger: Logger): Promise<void> {
  try {
    const open = await database.query<{ name: string }>(
      'delivery-checks-open',
      `select conname as name from pg_constraint where conrelid = 'delivery'::regclass and not convalidated and conname = any ($1)`,
      [ADDED],
    );
    for (const { name } of open)
      await unhurried(() =>
        database.query(`delivery-check ${name}`, `alter table delivery validate constraint ${name}`),
      );
  } catch (error) {
    logger.warn({ err: error }, 'Deliveries of before could not be checked; the next start does it');
  }
}
