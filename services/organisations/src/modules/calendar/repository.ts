import type { Database } from '@lapor/database';
import type { EntityManager } from '@mikro-orm/postgresql';

export type ClosingDayRow = { organisation_id: string; date: string; name: string; decree: string };

/** Closing days of governments, in order. */
export function listClosingDays(
  database: Database,
  organisationIds: readonly string[],
): Promise<ClosingDayRow[]> {
  return database.query(
    'closing-days',
    'select organisation_id, date, name, decree from closing_day where organisation_id = any($1) order by date',
    [organisationIds],
  );
}

type Day = { date: string; name: string; decree: string };

export function findClosingDays(em: EntityManager, organisationId: string, year: number): Promise<Day[]> {
  return em.execute<Day[]>(
    'select date, name, decree from closing_day where organisation_id = ? and year = ? order by date',
    [organisationId, year],
  );
}

/** Puts these days in the place of those of the year; answers the year's new version. */
export async function replaceClosingDays(
  em: EntityManager,
  organisationId: string,
  year: number,
  days: readonly Day[],
): Promise<number> {
  const [row] = await em.execute<{ version: number }[]>(
    `insert into closing_year (organisation_id, year, version) values (?, ?, 1)
     on conflict (organisation_id, year) do update set version = closing_year.version + 1 returning version`,
    [organisationId, year],
  );
  await em.execute('delete from closing_day where organisation_id = ? and year = ?', [organisationId, year]);
  await em.execute(
    `insert into closing_day (organisation_id, year, date, name, decree)
     select ?, ?, date, name, decree from json_to_recordset(?::json) as r (date date, name text, decree text)`,
    [organisationId, year, JSON.stringify(days)],
  );
  return row!.version;
}
