import { changeOfCount, type Change } from '../showing/change.ts';

export interface CategoryRow {
  key: string;
  category: { id: string; name: string } | null;
  figures: { received: number | null };
}

/** Fewer than this in either period: a percent would be chance. */
const LEAST_FOR_CHANGE = 30;

/** How a group moved; groups that are in only one of the tables had none in the other. */
export function changeOfGroup(
  now: number | null,
  key: string,
  earlier: ReadonlyMap<string, number | null>,
): Change {
  return changeOfCount(now, earlier.has(key) ? earlier.get(key) : 0);
}

/** The group that grew most, among those large enough for it to mean something. */
export function fastestOf<Row extends CategoryRow>(
  rows: readonly Row[],
  earlier: ReadonlyMap<string, number | null>,
): { row: Row; by: number } | null {
  const grown = rows.flatMap((row) => {
    const change = changeOfGroup(row.figures.received, row.key, earlier);
    const enough = Math.max(row.figures.received ?? 0, earlier.get(row.key) ?? 0) >= LEAST_FOR_CHANGE;
    return change.kind === 'UP' && enough ? [{ row, by: change.by }] : [];
  });
  return grown.toSorted((a, b) => b.by - a.by)[0] ?? null;
}
