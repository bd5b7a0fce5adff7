import type { Period } from './periods.ts';

/** Tables of the open figures that can be fetched as a file; outsiders get in them what the pages show. */
export type FigureTable = 'activity' | 'reports';

/** Address of a whole table of a period as CSV. */
export function csvAddress(
  table: FigureTable,
  { from, to }: Pick<Period, 'from' | 'to'>,
  more: Readonly<Record<string, string>> = {},
): string {
  return `/figures/${table}.csv?${new URLSearchParams({ from, to, ...more }).toString()}`;
}
