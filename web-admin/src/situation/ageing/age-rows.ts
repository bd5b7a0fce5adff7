import { addDays, type Period } from '../address/periods.ts';

export interface Ages {
  open: number | null;
  openUpTo7Days: number | null;
  openUpTo30Days: number | null;
  openUpTo60Days: number | null;
  openLonger: number | null;
}

/** Ages of open reports as the graph counts them: whole days since submission, at Jakarta. */
export const AGES = [
  { id: 'week', name: 'openUpTo7Days', from: 0, to: 6 },
  { id: 'month', name: 'openUpTo30Days', from: 7, to: 29 },
  { id: 'twoMonths', name: 'openUpTo60Days', from: 30, to: 59 },
  { id: 'longer', name: 'openLonger', from: 60, to: null },
] as const satisfies readonly { id: string; name: keyof Ages; from: number; to: number | null }[];
export type Age = (typeof AGES)[number];

/** The days on which reports of an age were filed. */
export const filedFor = ({ from, to }: Pick<Age, 'from' | 'to'>, today: string): Partial<Period> => ({
  to: addDays(today, -from),
  ...(to === null ? {} : { from: addDays(today, -to) }),
});

/** Which part of what is open is older than a month, in whole percent; null where a part is not told. */
export function oldShare({ open, openUpTo60Days, openLonger }: Ages): number | null {
  if (!open || openUpTo60Days === null || openLonger === null) return null;
  return Math.round(((openUpTo60Days + openLonger) / open) * 100);
}
