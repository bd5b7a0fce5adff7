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
export const SIZES = {
  sedang: { least: 100, most: 499 },
  kecil: { least: LEAST_FOR_SHARE, most: 99 },
  besar: { least: 500, most: null },
} as const satisfies Record<string, { least: number; most: number | null }>;
export type Size = keyof typeof SIZES;

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
 * How many rows are clearly worse than the first: their range lies wholly below its. What overlaps may be there by chance.
 */
export function clearlyBehindFirst(ranges: readonly ({ low: number; high: number } | null)[]): number {
  const first = ranges[0];
  if (!first) return 0;
  return ranges.filter((range) => range && range.high < first.low).length;
}
