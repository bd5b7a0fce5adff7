import { LEAST_FOR_SHARE, uncertaintyOf } from '../showing/wilson.ts';

/** Kinds are never mixed: what a ministry answers for and what a city does cannot be compared. */
export const LEAGUE_KINDS = [
  'CITY',
  'REGENCY',
  'PROVINCE',
  'MINISTRY',
  'AGENCY',
  'STATE_ENTERPRISE',
] as const;
export type LeagueKind = (typeof LEAGUE_KINDS)[number];

/** Groups of like size, by reports received. */
export const LIMITS = {
  sedang: { least: 100, most: 499 },
  besar: { least: 500, most: null },
  kecil: { least: LEAST_FOR_SHARE, most: 99 },
} as const satisfies Record<string, { least: number; most: number | null }>;
export type Size = keyof typeof LIMITS;
/** In the order in which one that holds any is looked for when none was chosen. */
export const SIZES: readonly Size[] = ['sedang', 'besar', 'kecil'];

/** The group that is shown: the chosen one, else the first that holds any; null where none does. */
export function shownSize(
  chosen: Size | undefined,
  tables: Partial<Record<Size, { edges: readonly unknown[] } | null>>,
): Size | null {
  return (chosen ? [chosen] : SIZES).find((size) => (tables[size]?.edges.length ?? 0) > 0) ?? null;
}

/** How many share the first rank. */
export const tiedFirst = (rows: readonly { rank: number | null }[]): number =>
  rows.filter(({ rank }) => rank === 1).length;

/** Ranks that more than one row has. */
export function tiedRanks(rows: readonly { rank: number | null }[]): ReadonlySet<number> {
  const seen = new Set<number>();
  const tied = new Set<number>();
  for (const { rank } of rows) {
    if (rank === null) continue;
    if (seen.has(rank)) tied.add(rank);
    seen.add(rank);
  }
  return tied;
}

export const ORDERS = {
  'tindak-lanjut': 'FOLLOW_UP_RATE',
  selesai: 'COMPLETION_RATE',
  hari: 'DAYS_TO_FOLLOW_UP',
  tepat: 'ON_TIME_RATE',
} as const;
export type Order = keyof typeof ORDERS;

interface States {
  received: number | null;
  inProgress: number | null;
  completed: number | null;
  steps?: { onTime: number | null; late: number | null } | null;
}

/** How far chance alone may have moved the share by which a row is ranked; null where it is not told. */
export function rangeOf(figures: States, order: Order): { low: number; high: number } | null {
  const { received, inProgress, completed, steps } = figures;
  if (order === 'tepat')
    return steps?.onTime == null || steps.late === null
      ? null
      : uncertaintyOf(steps.onTime, steps.onTime + steps.late);
  if (received === null || completed === null) return null;
  if (order === 'selesai') return uncertaintyOf(completed, received);
  return inProgress === null ? null : uncertaintyOf(inProgress + completed, received);
}

/**
 * How many rows are clearly worse than the first, or than all that share the first rank: their range lies wholly below. What overlaps may
 * be there by chance.
 * @param first how many rows are first together.
 */
export function clearlyBehindFirst(
  ranges: readonly ({ low: number; high: number } | null)[],
  first = 1,
): number {
  const lows = ranges.slice(0, first).map((range) => range?.low);
  if (lows.length === 0 || lows.includes(undefined)) return 0;
  const lowest = Math.min(...(lows as number[]));
  return ranges.slice(first).filter((range) => range && range.high < lowest).length;
}
