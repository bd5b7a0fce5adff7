import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventOf } from '@lapor/events';

/** Takes over what the lists show of the clocks and of ended steps; an older computation never overwrites a newer one. */
export async function copyDueDates(
  em: EntityManager,
  events: readonly EventOf<'clock.next-due-changed'>[],
): Promise<void> {
  const newest = new Map(events.map(({ payload }) => [payload.reportId, payload]));
  await em.execute(
    `with due as (
       select * from jsonb_to_recordset(?::jsonb) as d ("reportId" uuid, "nextDueAt" timestamptz, "nextDueClock" text, "closesAutomaticallyAt" timestamptz, sequence int, steps jsonb)
     ), changed as (
       update report r set next_due_at = d."nextDueAt", next_due_clock = d."nextDueClock", closes_automatically_at = d."closesAutomaticallyAt", due_sequence = d.sequence
       from due d where r.id = d."reportId" and r.due_sequence <= d.sequence
       returning r.id, r.next_due_at, d.steps
     ), told as (
       select c.id as report_id, s.* from changed c
       cross join lateral jsonb_to_recordset(coalesce(c.steps, '[]')) as s (kind text, ordinal int, path text[], "endedAt" timestamptz, "isOnTime" boolean)
     ), gone as (
       delete from report_step t using changed c where t.report_id = c.id and c.steps is not null
         and not exists (select from told n where (n.report_id, n.kind, n.ordinal) = (t.report_id, t.kind, t.ordinal))
     ), ended as (
       insert into report_step as t (report_id, kind, ordinal, path, ended_at, is_on_time)
       select report_id, kind, ordinal, path, "endedAt", "isOnTime" from told
       on conflict (report_id, kind, ordinal) do update
         set path = excluded.path, ended_at = excluded.ended_at, is_on_time = excluded.is_on_time
         where (t.path, t.ended_at, t.is_on_time) is distinct from (excluded.path, excluded.ended_at, excluded.is_on_time)
     )
     update inbox_entry e set next_due_at = coalesce(c.next_due_at, 'infinity') from changed c where e.report_id = c.id and e.bucket <> 'DONE'`,
    [JSON.stringify([...newest.values()])],
  );
}
