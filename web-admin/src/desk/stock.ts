/** A waiting report as the queue names it. */
export interface Held {
  id: string;
  number: string;
}

/** What may be asked for at once. */
const MOST = 10;

/** How many reports a verifier has ready behind the open one: none while so few wait that a colleague would go without. */
export const aheadFor = (waiting: number): number => (waiting >= 12 ? 2 : waiting >= 6 ? 1 : 0);

/**
 * How many to ask for: the open one and those ahead. What was passed over or is about to be made is among the oldest, too, and is
 * answered again.
 */
export const placesFor = (waiting: number, others: number): number =>
  Math.min(MOST, 1 + aheadFor(waiting) + others);

/** What is ready to be opened next: the own ones, without the open one, what was passed over, and what was decided. */
export const readyIn = (
  own: readonly Held[],
  open: string | undefined,
  without: ReadonlySet<string>,
): Held[] => own.filter(({ id, number }) => number !== open && !without.has(id));

/** What goes back into the queue for others: passed over, and neither open nor decided. */
export const toGiveBack = (
  own: readonly Held[],
  open: string | undefined,
  passedOver: ReadonlySet<string>,
  decided: ReadonlySet<string>,
): Held[] => own.filter(({ id, number }) => number !== open && passedOver.has(id) && !decided.has(id));
