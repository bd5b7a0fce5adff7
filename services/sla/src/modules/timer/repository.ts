import type { EntityManager } from '@mikro-orm/postgresql';
import type { DueTimer, Timer, TimerSource } from './timer.ts';

/**
 * Replaces the timers that a source has set for some reports. One that was reached stays so while its instant lies in the past, and
 * waits again when it moved into the future. One statement.
 */
export async function storeTimers(
  em: EntityManager,
  source: TimerSource,
  reportIds: readonly string[],
  timers: readonly Timer[],
  now: Date,
): Promise<void> {
  await em.execute(
    `with wanted as (
       select * from jsonb_to_recordset(?::jsonb) as w ("reportId" text, "clockId" text, "clockKind" text, kind text,
         "dueAt" timestamptz, "organisationId" text, runs boolean)
     ), gone as (
       delete from timer t
       where t.source = ? and t.report_id in (select jsonb_array_elements_text(?::jsonb))
         and not exists (select from wanted w where w."clockId" = t.clock_id and w.kind = t.kind)
     )
     insert into timer (report_id, clock_id, clock_kind, kind, due_at, organisation_id, runs, source)
     select "reportId", "clockId", "clockKind", kind, "dueAt", "organisationId", runs, ? from wanted
     on conflict (clock_id, kind) do update
       set due_at = excluded.due_at, organisation_id = excluded.organisation_id, runs = excluded.runs,
           reached = timer.reached and excluded.due_at <= ?::timestamptz
       where (timer.due_at, timer.organisation_id, timer.runs)
         is distinct from (excluded.due_at, excluded.organisation_id, excluded.runs)`,
    [JSON.stringify(timers), source, JSON.stringify(reportIds), source, now.toISOString()],
  );
}

const LOOKING = `hashtextextended('timers that are due', 0)`;

/**
 * Takes the timers that are due and notes that they were reached, in the order of their instants. Finding them is a scan of the index of
 * those that wait. One replica at a time looks, so that the order holds; a report that is being derived right now is left for the next look.
 */
export async function takeDue(
  em: EntityManager,
  now: Date,
  limit: number,
  whileOneLooks: 'LEAVE' | 'WAIT' = 'LEAVE',
): Promise<DueTimer[]> {
  const [lock] = await em.execute<{ held: boolean }[]>(
    whileOneLooks === 'WAIT'
      ? `select true as held from pg_advisory_xact_lock(${LOOKING})`
      : `select pg_try_advisory_xact_lock(${LOOKING}) as held`,
  );
  if (!lock?.held) return [];
  const rows = await em.execute<(Omit<DueTimer, 'dueAt'> & { dueAt: string })[]>(
    `with due as materialized (
       select t.clock_id, t.kind, f.sequence
       from timer t join report_fact f on f.report_id = t.report_id
       where not t.reached and t.due_at <= ?::timestamptz
       order by t.due_at, t.clock_id, t.kind limit ? for update of t, f skip locked
     ), taken as (
       update timer t set reached = true, reached_at = ?::timestamptz from due
       where t.clock_id = due.clock_id and t.kind = due.kind
       returning t.report_id, t.clock_id, t.clock_kind, t.kind, t.due_at, t.organisation_id, t.runs, due.sequence
     )
     select report_id as "reportId", clock_id as "clockId", clock_kind as "clockKind", kind, due_at as "dueAt",
       organisation_id as "organisationId", runs, sequence
     from taken order by due_at, clock_id, kind`,
    [now.toISOString(), limit, now.toISOString()],
  );
  return rows.map((row) => ({ ...row, dueAt: new Date(row.dueAt) }));
}

/**
 * Notes what is told to the world, once for each clock, kind and instant.
 * @returns those that had not been told before.
 */
export async function noteTold<One extends Pick<Timer, 'clockId' | 'kind' | 'dueAt'>>(
  em: EntityManager,
  timers: readonly One[],
  now: Date,
): Promise<One[]> {
  if (timers.length === 0) return [];
  const told = await em.execute<{ position: number }[]>(
    `with said as (
       select ("clockId") as clock_id, kind, "dueAt" as due_at, position
       from jsonb_to_recordset(?::jsonb) as s ("clockId" text, kind text, "dueAt" timestamptz, position int)
     ), noted as (
       insert into due_emission (clock_id, kind, due_at, emitted_at)
       select clock_id, kind, due_at, ?::timestamptz from said
       on conflict do nothing returning clock_id, kind, due_at
     )
     select position from said join noted using (clock_id, kind, due_at) order by position`,
    [
      JSON.stringify(
        timers.map(({ clockId, kind, dueAt }, position) => ({ clockId, kind, dueAt, position })),
      ),
      now.toISOString(),
    ],
  );
  return told.map(({ position }) => timers[position]!);
}
