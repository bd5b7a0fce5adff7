/** How long something took, in whole days from the day of submission; index i holds how many took i days. */
export interface Durations {
  /** Reports for which it happened. */
  done: readonly number[];
  /** Reports that were archived before it could happen, by the day on which they were. */
  left: readonly number[];
  /** Reports for which it may happen yet, by their age; `null` where the table does not know them. */
  waiting: readonly number[] | null;
  /** Sum of the days of `done`, for the mean. */
  daySum: number;
}

export interface Times {
  count: number;
  open: number | null;
  mean: number | null;
  median: number | null;
  ninetieth: number | null;
  /** Median by Kaplan–Meier, open cases counted; `null` while more than half are open. */
  medianWithOpen: number | null;
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + (count ?? 0), 0);

/** The fewest days within which a share of all is done. */
function quantile(counts: readonly number[], share: number): number | null {
  const all = total(counts);
  if (all === 0) return null;
  let done = 0;
  for (let days = 0; days < counts.length; days++) {
    done += counts[days] ?? 0;
    // Whole numbers, so that a half of four is two and no rounding decides.
    if (done >= share * all - 1e-9) return days;
  }
  return null;
}

/**
 * The fewest days by which the estimated share of reports still waiting is a half or less (Kaplan–Meier): each report counts for as
 * long as it could be watched. Whoever leaves on a day was at risk on it.
 */
export function kaplanMeierMedian({ done, left, waiting }: Durations): number | null {
  const leaving = waiting ?? [];
  let atRisk = total(done) + total(left) + total(leaving);
  let surviving = 1;
  const longest = Math.max(done.length, left.length, leaving.length);
  for (let days = 0; days < longest && atRisk > 0; days++) {
    const now = done[days] ?? 0;
    surviving *= 1 - now / atRisk;
    if (surviving <= 0.5 + 1e-9) return days;
    atRisk -= now + (left[days] ?? 0) + (leaving[days] ?? 0);
  }
  return null;
}

/** What is told of durations. */
export function timesOf(durations: Durations): Times {
  const { done, waiting, daySum } = durations;
  const count = total(done);
  return {
    count,
    open: waiting === null ? null : total(waiting),
    mean: count === 0 ? null : Math.round((daySum / count) * 10) / 10,
    median: quantile(done, 0.5),
    ninetieth: quantile(done, 0.9),
    medianWithOpen: waiting === null ? null : kaplanMeierMedian(durations),
  };
}
