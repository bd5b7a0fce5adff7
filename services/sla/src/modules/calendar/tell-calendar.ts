import { appendEvents } from '@lapor/events';
import type { Database } from '@lapor/database';
import { SUBSCRIBERS } from '../../subscribers.ts';
import { CALENDAR_STREAM, calendarChanged } from './calendar-changed.ts';
import { lockCalendar } from './version-store.ts';

/**
 * Tells the newest version of the calendar to those who keep a copy, unless it was told: a version that was made before anybody heard of it
 * is told at the next start. With `again` whoever lost the copy gets it anew.
 * @returns whether it was told.
 */
export async function tellCalendar(database: Database, at: Date, again = false): Promise<boolean> {
  return database.transaction(async (em) => {
    // Versions are told in their order, and once when two replicas start.
    const { rows } = await lockCalendar(em);
    const [newest] = await em.execute<
      { versionId: number; version: string; knownUntil: string; isTold: boolean }[]
    >(
      `select id as "versionId", version, known_until::text as "knownUntil",
         exists (select from event e where e.stream = ? and e.type = 'calendar.changed' and (e.payload ->> 'version')::int = v.id) as "isTold"
       from calendar_version v order by id desc limit 1`,
      [CALENDAR_STREAM],
    );
    if (!newest || (newest.isTold && !again)) return false;
    await appendEvents(em, SUBSCRIBERS, [calendarChanged(newest, rows, at)]);
    return true;
  });
}
