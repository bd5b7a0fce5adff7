import type { Database } from '@lapor/database';
import type { HolidayChange } from './changes.ts';

/** A version as people look back at it. */
export interface VersionRow {
  id: number;
  version: string;
  effectiveAt: Date;
  knownUntil: string;
  decree: string | null;
  changeCount: number;
  /** The first hundred. */
  changes: HolidayChange[];
}

/** Versions of the calendar, newest first. @param before id of the last one of the page before. @param onlyFromFile those of people bear a decree. */
export function listVersions(
  database: Database,
  before: number | null,
  onlyFromFile: boolean,
  limit: number,
): Promise<VersionRow[]> {
  return database.query<VersionRow>(
    'calendar-versions-page',
    `select v.id, v.version, v.imported_at as "effectiveAt", v.known_until::text as "knownUntil", v.decree,
       coalesce(jsonb_array_length(e.payload -> 'changes'), 0) as "changeCount",
       coalesce(jsonb_path_query_array(e.payload, '$.changes[0 to 99]'), '[]') as changes
     from calendar_version v
     left join entry e on e.kind = 'CALENDAR_CHANGED' and (e.payload ->> 'versionId')::int = v.id
     where v.id < coalesce($1, 2147483647) and (not $3 or v.decree is null) order by v.id desc limit $2`,
    [before, limit, onlyFromFile],
  );
}
