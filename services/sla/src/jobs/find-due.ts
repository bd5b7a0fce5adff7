import { appendEvents, type NewEvent } from '@lapor/events';
import type { Database } from '@lapor/database';
import { SUBSCRIBERS } from '../subscribers.ts';

interface DueClock {
  reportId: string;
  clock: 'AUTO_CLOSE' | 'POSTPONEMENT';
  dueAt: string;
  sequence: number;
}

/**
 * Tells of timed transitions that are due, once for each clock: a restarted clock is another clock and tells for itself.
 * Rows that another replica or a running derivation holds are left for the next look; what was said is written down under a unique key, so two
 * replicas cannot both say it.
 * @returns how many were found, at most `batchSize`.
 */
export async function findDue(database: Database, now: Date, batchSize = 500): Promise<number> {
  return database.transaction(async (em) => {
    const instant = now.toISOString();
    const due = await em.execute<DueClock[]>(
      `with due as (
         select c.id, c.report_id, c.kind, c.due_at, f.sequence
         from clock c join report_fact f on f.report_id = c.report_id
         where c.stopped_at is null and c.kind in ('AUTO_CLOSE', 'POSTPONEMENT') and c.due_at <= ?::timestamptz
           and not exists (select from due_emission e where e.clock_id = c.id)
         order by c.due_at limit ? for update of c, f skip locked
       ), said as (
         insert into due_emission (clock_id, due_at, emitted_at) select id, due_at, ?::timestamptz from due
         on conflict do nothing returning clock_id
       )
       select report_id as "reportId", kind as clock, due_at as "dueAt", sequence
       from due join said on said.clock_id = due.id order by due_at, report_id`,
      [instant, batchSize, instant],
    );
    await appendEvents(
      em,
      SUBSCRIBERS,
      due.map(({ reportId, clock, dueAt, sequence }): NewEvent => ({
        type: 'clock.due-reached',
        stream: reportId,
        // A timed event bears its due instant, however late it is found.
        occurredAt: new Date(dueAt),
        payload: { reportId, clock, dueAt: new Date(dueAt).toISOString(), sequence },
      })),
    );
    return due.length;
  });
}
