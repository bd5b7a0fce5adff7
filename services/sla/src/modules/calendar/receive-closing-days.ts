import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventOf } from '@lapor/events';

/**
 * Keeps what governments tell of their closing days, every version of every year. Rows become visible in the order of their ids, so
 * that whoever knows one knows all before it.
 */
export async function receiveClosingDays(
  em: EntityManager,
  events: readonly EventOf<'organisation.calendar-changed'>[],
  now: Date,
): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtext('closing_days'))`);
  await em.execute(
    `insert into closing_days (government_id, year, version, days, received_at)
     select c."organisationId", c.year, c.version, c.days, ?::timestamptz
     from rows from (jsonb_to_recordset(?::jsonb) as ("organisationId" text, year int, version bigint, days jsonb))
       with ordinality as c ("organisationId", year, version, days, position)
     order by position on conflict do nothing`,
    [now.toISOString(), JSON.stringify(events.map(({ payload }) => payload))],
  );
}
