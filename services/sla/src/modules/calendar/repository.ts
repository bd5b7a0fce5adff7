import { buildCalendar, type Holiday } from '@lapor/working-days';
import type { Database } from '@lapor/database';
import type { CalendarVersion } from './versions.ts';

interface VersionRow {
  id: number;
  version: string;
  knownUntil: string;
  importedAt: string;
  holidays: (Holiday & { source: string })[];
}

/** A version with the decree that names each of its days. */
export interface DecreedCalendar extends CalendarVersion {
  /** By date. */
  decrees: ReadonlyMap<string, string>;
}

const VERSIONS = `
  select v.id, v.version, v.known_until::text as "knownUntil",
         to_char(v.imported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "importedAt",
         coalesce((select jsonb_agg(jsonb_build_object('date', h.date, 'name', h.name, 'kind', h.kind, 'status', h.status, 'source', h.source) order by h.date)
           from holiday h where h.introduced_in <= v.id and (h.retired_in is null or h.retired_in > v.id)), '[]') as holidays
  from calendar_version v`;

/** The versions of the calendar. A version never changes, so what was read once is kept; which is the newest is asked each time. */
export interface Calendars {
  /** The newest one; `null` before the first import. One statement, one more when it is new to this process. */
  current(): Promise<DecreedCalendar | null>;
  /** Versions by id. No statement when all are known to this process. */
  get(ids: Iterable<number>): Promise<ReadonlyMap<number, CalendarVersion>>;
  /** All versions, oldest first. */
  all(): Promise<readonly CalendarVersion[]>;
}

export function createCalendars(database: Database): Calendars {
  const known = new Map<number, DecreedCalendar>();

  async function get(ids: Iterable<number>) {
    const missing = [...new Set(ids)].filter((id) => !known.has(id));
    if (missing.length > 0) {
      const rows = await database.query<VersionRow>('calendar-versions', `${VERSIONS} where v.id = any($1)`, [
        missing,
      ]);
      for (const { id, version, knownUntil, importedAt, holidays } of rows) {
        known.set(id, {
          id,
          calendar: buildCalendar({ version, holidays, knownUntil }),
          importedAt: new Date(importedAt),
          decrees: new Map(holidays.map(({ date, source }) => [date, source])),
        });
      }
    }
    return known;
  }

  const ids = async () =>
    (await database.query<{ id: number }>('calendar-ids', 'select id from calendar_version order by id')).map(
      ({ id }) => id,
    );

  return {
    get,
    async current() {
      const newest = (await ids()).at(-1);
      return newest === undefined ? null : ((await get([newest])).get(newest) ?? null);
    },
    async all() {
      const every = await ids();
      const versions = await get(every);
      return every.map((id) => versions.get(id)!);
    },
  };
}
