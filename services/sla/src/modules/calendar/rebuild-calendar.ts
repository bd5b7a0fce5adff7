import type { Database } from '@lapor/database';
import { readEntries } from '../entry/index.ts';
import { CALENDAR_CHANGED, lockCalendar, storeVersion, type CalendarEntry } from './version-store.ts';

/**
 * Derives every version of the calendar again from the log. One transaction: readers see the old rows until the new ones are there.
 * @returns how many versions there are.
 */
export async function rebuildCalendar(database: Database): Promise<number> {
  const entries = await readEntries(database, [CALENDAR_CHANGED], 0, 100_000);
  await database.transaction(async (em) => {
    await lockCalendar(em);
    await em.execute('delete from holiday');
    for (const { payload, at } of entries) await storeVersion(em, payload as unknown as CalendarEntry, at);
    await em.execute(
      `select setval(pg_get_serial_sequence('calendar_version', 'id'), greatest(max(id), 1)) from calendar_version`,
    );
  });
  return entries.length;
}
