/** Clocks that make something happen when they run out, instead of saying that somebody is late. */
export const TIMER_CLOCKS = ['AUTO_CLOSE', 'POSTPONEMENT'] as const;
export type TimerClock = (typeof TIMER_CLOCKS)[number];

/** Whether a clock is owed by the administration. */
export const isDuty = (clock: string | null): boolean =>
  clock !== null && !(TIMER_CLOCKS as readonly string[]).includes(clock);

/**
 * The one definition of overdue, for figures, lists and files (docs/glossary.md, ADR 0053): the next clock of an open report is a duty of
 * the administration, and its end has come. A report without a running duty is never overdue, whatever timer has run out.
 * @param dueAt exclusive end of the next clock.
 */
export const isOverdue = (clock: string | null, dueAt: Date | null, now: Date): boolean =>
  isDuty(clock) && dueAt !== null && dueAt <= now;

/** The same as a condition of SQL on the name of a clock; false where there is none. */
export const isDutySql = (column: string): string =>
  `coalesce(${column} not in (${TIMER_CLOCKS.map((clock) => `'${clock}'`).join(', ')}), false)`;

/** Steps of the administration that have a deadline and end by an act of their own (docs/glossary.md). */
export const STEP_KINDS = ['VERIFICATION', 'FOLLOW_UP', 'RESOLUTION', 'REPLY_TURN'] as const;
export type StepKind = (typeof STEP_KINDS)[number];
