import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import { compareRows, readRows, type Result } from '@lapor/reference-data';
import { holidayRow, knownUntilOf, type HolidayRow } from './holiday-row.ts';

export interface HolidayImport {
  /** The version in force after the import. */
  version: string;
  /** `false`: the file is the one that is in force. */
  changed: boolean;
}

/**
 * Makes a new version of the calendar of a holiday file, unless it is the one in force. Rows that vanished or changed are retired, never
 * deleted, so that deadlines of older versions stay reproducible. A faulty file imports nothing and names each fault.
 */
export async function importHolidays(
  database: Database,
  path: string,
  now: Date,
): Promise<Result<HolidayImport>> {
  const read = await readRows({ path, schema: holidayRow, uniqueBy: 'date' });
  if (!read.ok) return read;
  const { rows, contentHash, file } = read.value;
  const knownUntil = knownUntilOf(rows);
  if (knownUntil === null) {
    const reason = 'no year has only official days off';
    return { ok: false, faults: [{ file, line: 1, field: 'status', reason }] };
  }
  const value = await database.transaction(async (em) => {
    // Two replicas that start at once must not both make a version.
    await em.execute('lock table calendar_version in share row exclusive mode');
    const newest = await newestVersion(em);
    if (newest?.contentHash === contentHash) return { version: newest.version, changed: false };
    const { id, version } = await addVersion(em, contentHash, knownUntil, now);
    await applyRows(em, rows, id);
    return { version, changed: true };
  });
  return { ok: true, value };
}

async function newestVersion(em: EntityManager) {
  const rows = await em.execute<{ version: string; contentHash: string }[]>(
    `select version, content_hash as "contentHash" from calendar_version order by id desc limit 1`,
  );
  return rows[0];
}

/** A file that comes back after another one is a version of its own: `…/2`. */
async function addVersion(em: EntityManager, contentHash: string, knownUntil: string, now: Date) {
  const label = `decrees-to-${knownUntil.slice(0, 4)}`;
  const rows = await em.execute<{ id: number; version: string }[]>(
    `insert into calendar_version (version, label, content_hash, known_until, imported_at)
     select ?::text || case when count(*) = 0 then '' else '/' || (count(*) + 1) end, ?::text, ?::text, ?::date, ?::timestamptz
     from calendar_version where content_hash = ?
     returning id, version`,
    [`${label}+${contentHash.slice(0, 12)}`, label, contentHash, knownUntil, now.toISOString(), contentHash],
  );
  return rows[0]!;
}

type StoredRow = HolidayRow & { id: number };
const COMPARED = ['name', 'kind', 'status', 'source'] as const;

async function applyRows(em: EntityManager, rows: readonly HolidayRow[], versionId: number) {
  const stored = await em.execute<StoredRow[]>(
    `select id, date::text as date, name, kind, status, source from holiday where retired_in is null`,
  );
  const existing = new Map(stored.map((row) => [row.date, row]));
  const changes = compareRows({
    wanted: rows,
    existing,
    keyOf: ({ date }) => date,
    isEqual: (wanted, row) => COMPARED.every((field) => wanted[field] === row[field]),
    isRetired: () => false,
  });
  const retired = [...changes.retire, ...changes.update.map(({ date }) => date)].map(
    (date) => existing.get(date)!.id,
  );
  await em.execute(
    `update holiday set retired_in = ? where id in (select value::int from jsonb_array_elements_text(?::jsonb))`,
    [versionId, JSON.stringify(retired)],
  );
  await em.execute(
    `insert into holiday (date, name, kind, status, source, introduced_in)
     select date, name, kind, status, source, ?::int
     from jsonb_to_recordset(?::jsonb) as h (date date, name text, kind text, status text, source text)`,
    [versionId, JSON.stringify([...changes.insert, ...changes.update])],
  );
}
