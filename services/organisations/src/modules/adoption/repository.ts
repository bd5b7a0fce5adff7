import type { Database } from '@lapor/database';
import { isConnected, isUsed, itemConditions } from '../readiness/index.ts';

export type AdoptionCounts = { total: number; connected: number; used: number; ready: number };

/** Counts of the roots of one kind in one province; `''` is no province. */
export type AdoptionCell = AdoptionCounts & { kind: string; province_code: string };

/** The active roots by kind and province; `$1` is the present instant. */
const cells = `select o.kind, coalesce(left(o.region_code, 2), '') as province_code, count(*)::int as total,
    (count(*) filter (where ${isConnected('$1')}))::int as connected,
    (count(*) filter (where ${isUsed('$1')}))::int as used,
    (count(*) filter (where ${Object.values(itemConditions('$1')).join(' and ')}))::int as ready
  from organisation o where cardinality(o.path) = 1 and o.status = 'ACTIVE'
  group by o.kind, coalesce(left(o.region_code, 2), '')`;

/** As things stand now. */
export function countAdoption(database: Database, at: Date): Promise<AdoptionCell[]> {
  return database.query('adoption-now', `${cells} order by o.kind, province_code`, [at]);
}

/** As it was counted last on or before a day. */
export function findAdoption(database: Database, on: string): Promise<AdoptionCell[]> {
  return database.query(
    'adoption-of-day',
    `select kind, province_code, total, connected, used, ready from adoption_snapshot
     where taken_on = (select max(taken_on) from adoption_snapshot where taken_on <= $1) order by kind, province_code`,
    [on],
  );
}

/** Counts the roots as they stand and keeps the counts under a day, in place of those counted earlier that day. */
export async function keepAdoption(database: Database, on: string, at: Date): Promise<void> {
  await database.query(
    'adoption-keep',
    `with counted as (${cells}), gone as (
       delete from adoption_snapshot s where s.taken_on = $2
         and not exists (select 1 from counted c where c.kind = s.kind and c.province_code = s.province_code)
     )
     insert into adoption_snapshot (taken_on, kind, province_code, total, connected, used, ready)
     select $2, kind, province_code, total, connected, used, ready from counted
     on conflict (taken_on, kind, province_code) do update
       set total = excluded.total, connected = excluded.connected, used = excluded.used, ready = excluded.ready`,
    [at, on],
  );
}

/** Whether a day was counted. Not whether it is the last one: the demo set is told with a clock that stands in the past. */
export async function isDayKept(database: Database, day: string): Promise<boolean> {
  const [row] = await database.query<{ is_kept: boolean }>(
    'adoption-day-kept',
    'select exists (select from adoption_snapshot where taken_on = $1) as is_kept',
    [day],
  );
  return row?.is_kept === true;
}

/** Of each month from the one of `since` on, the last day that was counted. */
export function listAdoption(
  database: Database,
  { kind, provinceCode, since }: { kind: string | null; provinceCode: string | null; since: string },
): Promise<{ on: string; total: number; connected: number; used: number }[]> {
  return database.query(
    'adoption-by-month',
    `select s.taken_on as "on", sum(s.total)::int as total, sum(s.connected)::int as connected, sum(s.used)::int as used
     from adoption_snapshot s
     where s.taken_on in (
         select max(taken_on) from adoption_snapshot where taken_on >= $1::date group by date_trunc('month', taken_on)
       )
       and ($2::text is null or s.kind = $2) and ($3::text is null or s.province_code = $3)
     group by s.taken_on order by s.taken_on`,
    [since, kind, provinceCode],
  );
}
