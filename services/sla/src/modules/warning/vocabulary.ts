/** What is warned of, mildest first. */
export const WARNING_KINDS = ['HALF', 'LAST_DAY', 'BREACH'] as const;
export type WarningKind = (typeof WARNING_KINDS)[number];

/** Who is told: the unit that has to act, its admin, the head of its government. */
export type WarningLevel = 'UNIT' | 'ADMIN' | 'HEAD';

/** Half of the time tells the unit, the last day its admin as well, a missed deadline the head too. */
export const LEVELS: Readonly<Record<WarningKind, readonly WarningLevel[]>> = {
  HALF: ['UNIT'],
  LAST_DAY: ['UNIT', 'ADMIN'],
  BREACH: ['UNIT', 'ADMIN', 'HEAD'],
};
