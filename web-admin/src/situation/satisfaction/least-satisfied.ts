import { LEAST_FOR_SHARE } from '../showing/wilson.ts';

interface Rated {
  figures: { rated: number | null; satisfiedRate: number | null };
}

/** The group with the smallest share of satisfied reporters, among those with enough ratings; null with fewer than two such. */
export function leastSatisfied<Row extends Rated>(rows: readonly Row[]): Row | null {
  const known = rows.filter(
    ({ figures }) => (figures.rated ?? 0) >= LEAST_FOR_SHARE && figures.satisfiedRate !== null,
  );
  if (known.length < 2) return null;
  return known.reduce((least, row) =>
    (row.figures.satisfiedRate ?? 0) < (least.figures.satisfiedRate ?? 0) ? row : least,
  );
}
