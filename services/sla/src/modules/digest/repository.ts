import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import { LINES_AT_MOST, type Standing } from './compose-digests.ts';

/** What stands of each unit whose days are counted in one of the zones, by its government. One statement. */
export async function readStanding(
  database: Database,
  timeZones: readonly string[],
): Promise<(Standing & { governmentId: string | null })[]> {
  const rows = await database.query<Standing & { governmentId: string | null }>(
    'warnings-that-stand',
    // Of each report and unit the gravest: two clocks of one report are one matter.
    `with gravest as (
       select distinct on (t.report_id, t.organisation_id) t.report_id, t.organisation_id, t.clock_kind, t.kind, t.due_at, t.reached_at,
         ((c.due_at - interval '1 millisecond') at time zone c.time_zone)::date::text as due_on, f.number, f.is_confidential
       from timer t join clock c on c.id = t.clock_id join report_fact f on f.report_id = t.report_id
       where t.reached and t.runs and t.kind in ('HALF', 'LAST_DAY', 'BREACH') and t.clock_kind <> 'OMBUDSMAN'
       order by t.report_id, t.organisation_id, array_position(array['BREACH', 'LAST_DAY', 'HALF'], t.kind), t.due_at, t.clock_kind desc
     )
     select g.organisation_id as "organisationId", coalesce(o.path, '{}') as path, o.path[1] as "governmentId",
       g.is_confidential as "isConfidential", g.kind, count(*)::int as count, max(coalesce(g.reached_at, g.due_at)) as "newestAt",
       (jsonb_agg(jsonb_build_object('number', g.number, 'clockKind', g.clock_kind, 'kind', g.kind, 'dueOn', g.due_on, 'at', g.due_at)
         order by g.due_at desc, g.report_id)) as lines
     from gravest g left join organisation o on o.id = g.organisation_id
     where coalesce(o.time_zone, 'Asia/Jakarta') = any($1) and (g.organisation_id is null or o.id is not null)
     group by g.organisation_id, o.path, g.is_confidential, g.kind`,
    [timeZones],
  );
  return rows.map((row) => ({
    ...row,
    newestAt: new Date(row.newestAt),
    lines: row.lines.slice(0, LINES_AT_MOST).map((line) => ({ ...line, at: new Date(line.at) })),
  }));
}

/** Whether the digests of a zone's day were made. */
export async function isRoundDone(database: Database, timeZone: string, day: string): Promise<boolean> {
  const rows = await database.query(
    'digest-round',
    'select 1 from digest_round where time_zone = $1 and day = $2',
    [timeZone, day],
  );
  return rows.length > 0;
}

/** Takes the round for this replica; `false` when another has it. */
export async function beginRound(
  em: EntityManager,
  timeZone: string,
  day: string,
  now: Date,
): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `insert into digest_round (time_zone, day, at) values (?, ?::date, ?::timestamptz) on conflict do nothing returning 1 as taken`,
    [timeZone, day, now.toISOString()],
  );
  return rows.length > 0;
}

/**
 * Notes the digests of a day. Nobody gets two on one day, and nobody one in which nothing is new since the last.
 * @returns the officers who get one.
 */
export async function noteDigests(
  em: EntityManager,
  day: string,
  digests: readonly { officerId: string; newestAt: Date }[],
  now: Date,
): Promise<Set<string>> {
  const rows = await em.execute<{ officer_id: string }[]>(
    `insert into digest (officer_id, day, at)
     select d."officerId", ?::date, ?::timestamptz
     from jsonb_to_recordset(?::jsonb) as d ("officerId" text, "newestAt" timestamptz)
     where not exists (select from digest earlier where earlier.officer_id = d."officerId" and earlier.at >= d."newestAt")
     on conflict (officer_id, day) do nothing
     returning officer_id`,
    [day, now.toISOString(), JSON.stringify(digests)],
  );
  return new Set(rows.map(({ officer_id }) => officer_id));
}
