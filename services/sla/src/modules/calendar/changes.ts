import { compareRows } from '@lapor/reference-data';
import type { HolidayRow } from './holiday-row.ts';

/** A day that is off from now on, is so no more, or is called otherwise. */
export interface HolidayChange {
  date: string;
  before: HolidayRow | null;
  after: HolidayRow | null;
}

const COMPARED = ['name', 'kind', 'status', 'source'] as const;

/** What has to change so that these rows become those, by date. `isEqual` says what may differ. */
export function changesBetween(
  present: readonly HolidayRow[],
  wanted: readonly HolidayRow[],
  compared: readonly (keyof HolidayRow)[] = COMPARED,
): HolidayChange[] {
  const existing = new Map(present.map((row) => [row.date, row]));
  const { insert, update, retire } = compareRows({
    wanted,
    existing,
    keyOf: ({ date }) => date,
    isEqual: (one, other) => compared.every((field) => one[field] === other[field]),
    isRetired: () => false,
  });
  const changes: HolidayChange[] = [
    ...insert.map((after) => ({ date: after.date, before: null, after })),
    ...update.map((after) => ({ date: after.date, before: existing.get(after.date)!, after })),
    ...retire.map((date) => ({ date, before: existing.get(date)!, after: null })),
  ];
  return changes.sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The rows after the changes, by date. */
export function applyChanges(
  present: readonly HolidayRow[],
  changes: readonly HolidayChange[],
): HolidayRow[] {
  const rows = new Map(present.map((row) => [row.date, row]));
  for (const { date, after } of changes) {
    if (after) rows.set(date, after);
    else rows.delete(date);
  }
  return [...rows.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
