export interface Day {
  /** ISO calendar date. */
  date: string;
  /** `null`: too few to be told to this viewer. */
  received: number | null;
  completed: number | null;
}

export type Finding =
  | { kind: 'NOTHING' }
  /** Some days are not told, so nothing can be summed. */
  | { kind: 'KEPT_BACK' }
  /** Completed keeps up with received. */
  | { kind: 'KEEPS_UP'; received: number; completed: number }
  | { kind: 'FALLS_BEHIND'; received: number; completed: number; behind: number };

/** What the days say in one sentence. */
export function findingOf(days: readonly Day[]): Finding {
  if (days.some((day) => day.received === null || day.completed === null)) return { kind: 'KEPT_BACK' };
  const received = days.reduce((sum, day) => sum + (day.received ?? 0), 0);
  const completed = days.reduce((sum, day) => sum + (day.completed ?? 0), 0);
  if (received === 0 && completed === 0) return { kind: 'NOTHING' };
  if (completed >= received) return { kind: 'KEEPS_UP', received, completed };
  return { kind: 'FALLS_BEHIND', received, completed, behind: received - completed };
}

/** Fewer than this in a day are chance. */
const LEAST_FOR_BURST = 30;

/** A burst: the day that received most, if it is more than twice the median of the others; else null. */
export function burstOf(days: readonly Day[]): Day | null {
  const peak = days.reduce<Day | null>(
    (most, day) => (most && countOf(most) >= countOf(day) ? most : day),
    null,
  );
  if (!peak || countOf(peak) < LEAST_FOR_BURST || days.length < 7) return null;
  const others = days
    .filter((day) => day !== peak)
    .map(countOf)
    .sort((a, b) => a - b);
  const median = others[Math.floor(others.length / 2)] ?? 0;
  return median > 0 && countOf(peak) > 2 * median ? peak : null;
}

/** What is kept back is too little to make a burst. */
const countOf = ({ received }: Day): number => received ?? 0;

/** A round number not below `most`, for the top of the scale, and the steps up to it. */
export function scaleOf(most: number): { top: number; steps: number[] } {
  const rough = Math.max(most, 1) / 3;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((factor) => factor * size).find((candidate) => candidate >= rough) ?? 10 * size,
  );
  const count = Math.ceil(Math.max(most, 1) / step);
  return { top: count * step, steps: Array.from({ length: count + 1 }, (_, index) => index * step) };
}
