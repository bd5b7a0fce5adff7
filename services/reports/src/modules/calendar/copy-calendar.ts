import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventOf } from '@lapor/events';
import { buildCalendar } from '@lapor/working-days';

/**
 * Takes over the calendar as `sla` tells it, whole; an older version never overwrites a newer one. Throws for one by which nothing could
 * be counted: it waits visibly, and the one before stays.
 */
export async function copyCalendar(
  em: EntityManager,
  events: readonly EventOf<'calendar.changed'>[],
): Promise<void> {
  for (const { payload } of events) {
    buildCalendar({ ...payload, version: payload.name });
    await em.execute(
      `insert into calendar (version, name, known_until, holidays) values (?, ?, ?::date, ?::jsonb)
       on conflict (only_one) do update set version = excluded.version, name = excluded.name, known_until = excluded.known_until,
         holidays = excluded.holidays
       where calendar.version <= excluded.version`,
      [payload.version, payload.name, payload.knownUntil, JSON.stringify(payload.holidays)],
    );
  }
}
