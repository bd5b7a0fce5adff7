import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventOf } from '@lapor/events';

/** Takes over what the lists show of the clocks; an older computation never overwrites a newer one. */
export async function copyDueDates(
  em: EntityManager,
  events: readonly EventOf<'clock.next-due-changed'>[],
): Promise<void> {
  const newest = new Map(events.map(({ payload }) => [payload.reportId, payload]));
  await em.execute(
    `with due as (
       select * from jsonb_to_recordset(?::jsonb) as d ("reportId" uuid, "nextDueAt" timestamptz, "nextDueClock" text, "closesAutomaticallyAt" timestamptz, sequence int)
     ), changed as (
       update report r set next_due_at = d."nextDueAt", next_due_clock = d."nextDueClock", closes_automatically_at = d."closesAutomaticallyAt", due_sequence = d.sequence
       from due d where r.id = d."reportId" and r.due_sequence <= d.sequence
       returning r.id, r.next_due_at
     )
     update inbox_entry e set next_due_at = coalesce(c.next_due_at, 'infinity') from changed c where e.report_id = c.id and e.bucket <> 'DONE'`,
    [JSON.stringify([...newest.values()])],
  );
}
