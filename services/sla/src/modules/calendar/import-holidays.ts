import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import { readRows, type Result } from '@lapor/reference-data';
import { writeEntry } from '../entry/index.ts';
import { startRecalculation } from '../recalculation/index.ts';
import { changesBetween } from './changes.ts';
import { holidayRow } from './holiday-row.ts';
import { knownUntilOf } from './known-until.ts';
import { addVersion, lockCalendar } from './version-store.ts';

export interface HolidayImport {
  /** The version in force after the import. */
  version: string;
  /** `false`: the file says nothing new. */
  changed: boolean;
}

/**
 * Makes a new version of the calendar of the holiday file that the platform ships, unless it was the last file that was imported. What
 * people entered wins over the file, day by day. A faulty file imports nothing and names each fault.
 */
export async function importHolidays(
  database: Database,
  path: string,
  now: Date,
): Promise<Result<HolidayImport>> {
  const read = await readRows({ path, schema: holidayRow, uniqueBy: 'date' });
  if (!read.ok) return read;
  const { rows, contentHash, file } = read.value;
  if (knownUntilOf(rows) === null) {
    const reason = 'no year has only official days off';
    return { ok: false, faults: [{ file, line: 1, field: 'status', reason }] };
  }
  const value = await database.transaction(async (em) => {
    // Two replicas that start at once must not both make a version.
    const present = await lockCalendar(em);
    if (present.version !== null && (await lastFile(em)) === contentHash)
      return { version: present.version, changed: false };
    const entered = await enteredDates(em);
    const ofFile = ({ date }: { date: string }) => !entered.has(date);
    const changes = changesBetween(present.rows.filter(ofFile), rows.filter(ofFile));
    const write = (entry: Parameters<typeof writeEntry>[1]) => writeEntry(em, entry, { kind: 'SYSTEM' }, now);
    const added = await addVersion(em, present, { changes, decree: null, contentHash }, now, write);
    if (!added) throw new Error('The calendar would have no year with its decree');
    await startRecalculation(em, 'CALENDAR', now);
    return { version: added.version, changed: true };
  });
  return { ok: true, value };
}

async function lastFile(em: EntityManager): Promise<string | undefined> {
  const [row] = await em.execute<{ hash: string }[]>(
    'select content_hash as hash from calendar_version where content_hash is not null order by id desc limit 1',
  );
  return row?.hash;
}

/** Days that people added, changed or removed. */
async function enteredDates(em: EntityManager): Promise<Set<string>> {
  const rows = await em.execute<{ date: string }[]>(
    `select distinct change ->> 'date' as date from entry, jsonb_array_elements(payload -> 'changes') as change
     where kind = 'CALENDAR_CHANGED' and actor_kind = 'OFFICER'`,
  );
  return new Set(rows.map(({ date }) => date));
}
