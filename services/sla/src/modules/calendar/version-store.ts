import type { EntityManager } from '@mikro-orm/postgresql';
import { appendEvents } from '@lapor/events';
import { SUBSCRIBERS } from '../../subscribers.ts';
import type { NewEntry } from '../entry/index.ts';
import { calendarChanged } from './calendar-changed.ts';
import { applyChanges, type HolidayChange } from './changes.ts';
import type { HolidayRow } from './holiday-row.ts';
import { knownUntilOf } from './known-until.ts';

export const CALENDAR_CHANGED = 'CALENDAR_CHANGED';

/** What the log keeps of a new version: enough to make it again. */
export interface CalendarEntry {
  versionId: number;
  version: string;
  label: string;
  knownUntil: string;
  /** Of the file it came from; null when somebody entered it. */
  contentHash: string | null;
  /** Of what somebody entered. */
  decree: string | null;
  changes: HolidayChange[];
}

/** The newest version as it is stored. */
export interface PresentCalendar {
  version: string | null;
  knownUntil: string | null;
  rows: HolidayRow[];
}

/** Nobody else makes a version until the transaction ends; its rows are those of the newest one. */
export async function lockCalendar(em: EntityManager): Promise<PresentCalendar> {
  await em.execute('lock table calendar_version in share row exclusive mode');
  return readCalendar(em);
}

/** The newest version as it stands. */
export async function readCalendar(em: EntityManager): Promise<PresentCalendar> {
  const rows = await em.execute<HolidayRow[]>(
    'select date::text as date, name, kind, status, source from holiday where retired_in is null order by date',
  );
  const [newest] = await em.execute<{ version: string; knownUntil: string }[]>(
    'select version, known_until::text as "knownUntil" from calendar_version order by id desc limit 1',
  );
  return { version: newest?.version ?? null, knownUntil: newest?.knownUntil ?? null, rows };
}

/**
 * Makes a version of what changed, in the log and as rows, and tells it; rows that vanish or change are retired, never deleted, so that deadlines of older
 * versions stay reproducible. Under the lock of `lockCalendar`.
 * @param write adds to the log as whoever changes it.
 * @returns `null` when no year would have its decree any more: nothing could be counted then.
 */
export async function addVersion(
  em: EntityManager,
  present: PresentCalendar,
  { changes, decree, contentHash }: Pick<CalendarEntry, 'changes' | 'decree' | 'contentHash'>,
  at: Date,
  write: (entry: NewEntry) => Promise<unknown>,
): Promise<CalendarEntry | null> {
  const rows = applyChanges(present.rows, changes);
  const knownUntil = knownUntilOf(rows, present.knownUntil);
  if (knownUntil === null) return null;
  const [next] = await em.execute<{ id: number; sameFile: number }[]>(
    `select nextval(pg_get_serial_sequence('calendar_version', 'id'))::int as id,
       (select count(*)::int from calendar_version where content_hash = ?) as "sameFile"`,
    [contentHash],
  );
  const { id: versionId, sameFile } = next!;
  const label = `decrees-to-${knownUntil.slice(0, 4)}`;
  // A file that comes back after another one is a version of its own: `…/2`.
  const version =
    contentHash === null
      ? `${label}~${versionId}`
      : `${label}+${contentHash.slice(0, 12)}${sameFile > 0 ? `/${sameFile + 1}` : ''}`;
  const entry: CalendarEntry = { versionId, version, label, knownUntil, contentHash, decree, changes };
  await write({ kind: CALENDAR_CHANGED, subject: 'calendar', payload: entry });
  await storeVersion(em, entry, at);
  await appendEvents(em, SUBSCRIBERS, [calendarChanged(entry, rows, at)]);
  return entry;
}

/** The rows of a version. */
export async function storeVersion(em: EntityManager, entry: CalendarEntry, at: Date): Promise<void> {
  const { versionId, version, label, knownUntil, contentHash, decree, changes } = entry;
  await em.execute(
    `insert into calendar_version (id, version, label, content_hash, known_until, imported_at, decree) overriding system value
     values (?, ?, ?, ?, ?::date, ?::timestamptz, ?)
     on conflict (id) do update set (version, label, content_hash, known_until, imported_at, decree)
       = (excluded.version, excluded.label, excluded.content_hash, excluded.known_until, excluded.imported_at, excluded.decree)`,
    [versionId, version, label, contentHash, knownUntil, at.toISOString(), decree],
  );
  await em.execute(
    `update holiday set retired_in = ?
     where retired_in is null and date in (select value::date from jsonb_array_elements_text(?::jsonb))`,
    [versionId, JSON.stringify(changes.filter(({ before }) => before).map(({ date }) => date))],
  );
  await em.execute(
    `insert into holiday (date, name, kind, status, source, introduced_in)
     select date, name, kind, status, source, ?::int
     from jsonb_to_recordset(?::jsonb) as h (date date, name text, kind text, status text, source text)`,
    [versionId, JSON.stringify(changes.flatMap(({ after }) => (after ? [after] : [])))],
  );
}
