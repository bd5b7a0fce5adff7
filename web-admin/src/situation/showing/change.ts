import { LEAST_FOR_SHARE } from './wilson.ts';

/** How a figure moved against an earlier one. */
export type Change =
  | { kind: 'UNKNOWN' }
  /** Too few stand behind it to tell. */
  | { kind: 'FEW' }
  | { kind: 'SAME' }
  | { kind: 'NEW' }
  /** Share of the earlier figure in whole percent, or points between two shares, or the plain difference. */
  | { kind: 'UP' | 'DOWN'; by: number };

const moved = (by: number): Change =>
  by === 0 ? { kind: 'SAME' } : { kind: by > 0 ? 'UP' : 'DOWN', by: Math.abs(by) };

type Figure = number | null | undefined;

/** Of counts: in percent of what it was. From nothing no percent can be told. */
export function changeOfCount(now: Figure, before: Figure): Change {
  if (now == null || before == null) return { kind: 'UNKNOWN' };
  if (before === 0) return now === 0 ? { kind: 'SAME' } : { kind: 'NEW' };
  return moved(Math.round(((now - before) / before) * 100));
}

/** Of shares, ratings and days: the difference, with as many decimals as are shown. */
export function changeOfValue(now: Figure, before: Figure, decimals = 0): Change {
  if (now == null || before == null) return { kind: 'UNKNOWN' };
  const factor = 10 ** decimals;
  return moved(Math.round((now - before) * factor) / factor);
}

/** Of shares, ratings and days of reports: not told where either has too few behind it; one report more would move it by many points. */
export const changeOfShare = (
  now: Figure,
  ofNow: Figure,
  before: Figure,
  ofBefore: Figure,
  decimals = 0,
): Change =>
  (ofNow ?? 0) < LEAST_FOR_SHARE || (ofBefore ?? 0) < LEAST_FOR_SHARE
    ? { kind: 'FEW' }
    : changeOfValue(now, before, decimals);

/**
 * Which way is good of a share that grows with the age of reports (followed up, completed, disputed). While the period runs its reports are
 * younger than those they are compared with: then neither way is.
 */
export const goodOnceOver = (
  good: 'UP' | 'DOWN',
  { period, today }: { period: { to: string }; today: string },
): 'UP' | 'DOWN' | undefined => (period.to < today ? good : undefined);
