import { withClosingDays, type WorkingCalendar } from '@lapor/working-days';
import type { Database } from '@lapor/database';
import type { CalendarVersion } from './versions.ts';

/** A year of a government's closing days as it was told at one time; never changed. */
export interface ClosingDaysRow {
  /** Grows with each telling. */
  id: number;
  governmentId: string;
  year: number;
  /** The teller's version of that year. */
  version: number;
  days: readonly { date: string; name: string }[];
  receivedAt: Date;
}

/** All closing days ever told, made ready for counting. */
export interface ClosingDaysBook {
  /** What it was made of, by ascending id. */
  readonly rows: readonly ClosingDaysRow[];
  /**
   * The version in force when a clock stopped, the newest while it runs, as with the decrees; `null`: the government has told none.
   * A version is the id of the last telling that it knows of.
   */
  versionFor(governmentId: string | null, stoppedAt: Date | null): number | null;
  /** The decrees with the closing days of one version. */
  calendarOf(
    national: CalendarVersion,
    governmentId: string | null,
    closingDaysId: number | null,
  ): WorkingCalendar;
}

/** @param rows by ascending id. */
export function buildClosingDaysBook(rows: readonly ClosingDaysRow[]): ClosingDaysBook {
  const byGovernment = Map.groupBy(rows, ({ governmentId }) => governmentId);
  const built = new Map<string, WorkingCalendar>();
  return {
    rows,
    versionFor(governmentId, stoppedAt) {
      const told = governmentId === null ? undefined : byGovernment.get(governmentId);
      return told?.findLast(({ receivedAt }) => stoppedAt === null || receivedAt <= stoppedAt)?.id ?? null;
    },
    calendarOf({ id, calendar }, governmentId, closingDaysId) {
      if (governmentId === null || closingDaysId === null) return calendar;
      const version = `${calendar.version}+${governmentId}/${closingDaysId}`;
      const key = `${id} ${version}`;
      let merged = built.get(key);
      if (!merged) {
        const known = (byGovernment.get(governmentId) ?? []).filter((row) => row.id <= closingDaysId);
        merged = withClosingDays(calendar, version, newestOfEachYear(known));
        built.set(key, merged);
      }
      return merged;
    },
  };
}

function newestOfEachYear(rows: readonly ClosingDaysRow[]) {
  const newest = new Map<number, ClosingDaysRow>();
  for (const row of rows) {
    const other = newest.get(row.year);
    if (!other || row.version > other.version) newest.set(row.year, row);
  }
  return [...newest.values()].flatMap(({ days }) => days);
}

/** Closing days as this process knows them. */
export interface ClosingDays {
  /** All of them. One statement, which brings only what was told since the last time. */
  current(): Promise<ClosingDaysBook>;
}

export function createClosingDays(database: Database): ClosingDays {
  const rows: ClosingDaysRow[] = [];
  let book = buildClosingDaysBook(rows);
  return {
    async current() {
      const last = rows.at(-1)?.id ?? 0;
      const told = await database.query<ClosingDaysRow>(
        'closing-days-since',
        `select id, government_id as "governmentId", year, version, days, received_at as "receivedAt"
         from closing_days where id > $1 order by id`,
        [last],
      );
      // Another request may have brought the same rows meanwhile.
      const fresh = told.filter(({ id }) => id > (rows.at(-1)?.id ?? 0));
      if (fresh.length > 0) {
        rows.push(...fresh);
        book = buildClosingDaysBook([...rows]);
      }
      return book;
    },
  };
}
