import type { ResultOf } from '../graphql.ts';
import type { ImportsDocument } from './imports.graphql.ts';

type Imports = ResultOf<typeof ImportsDocument>;
export type ImportRow = Imports['organisationImports'][number];

const HOLIDAYS = 'holidays.csv';

/** All imports of all services, newest first. */
export function importRows(data: Imports): ImportRow[] {
  // Null while the service of the calendar is away; the page says so.
  const ofCalendar = (data.calendarVersions?.edges ?? []).map(({ node }): ImportRow => ({
    id: node.version,
    at: node.effectiveAt,
    files: [HOLIDAYS],
    outcome: 'IMPORTED',
    counts: [{ name: 'changed', count: node.changeCount }],
    faults: [],
  }));
  return [...data.organisationImports, ...data.categoryImports, ...ofCalendar].toSorted((a, b) =>
    a.at < b.at ? 1 : a.at > b.at ? -1 : 0,
  );
}

/** When a file was last taken over; undefined when it never was, or nobody imports it. */
export const lastImportOf = (rows: readonly ImportRow[], file: string): ImportRow | undefined =>
  rows.find(({ files, outcome }) => outcome === 'IMPORTED' && files.includes(file));

/** Counts by what was counted: `regions.inserted` belongs to `regions`. Nothing that is zero, nor what stayed as it was. */
export function countsBySubject(
  counts: ImportRow['counts'],
): { subject: string | null; counts: { name: string; count: number }[] }[] {
  const groups = new Map<string | null, { name: string; count: number }[]>();
  for (const { name, count } of counts) {
    if (count === 0) continue;
    const dot = name.indexOf('.');
    const subject = dot < 0 ? null : name.slice(0, dot);
    const what = name.slice(dot + 1);
    if (what === 'unchanged') continue;
    groups.set(subject, [...(groups.get(subject) ?? []), { name: what, count }]);
  }
  return [...groups].map(([subject, found]) => ({ subject, counts: found }));
}
