export interface Day {
  /** ISO calendar date. */
  date: string;
  received: number;
  completed: number;
}

export type Finding =
  | { kind: 'NOTHING' }
  /** Completed keeps up with received. */
  | { kind: 'KEEPS_UP'; received: number; completed: number }
  | { kind: 'FALLS_BEHIND'; received: number; completed: number; behind: number };

/** What the days say in one sentence. */
export function findingOf(days: readonly Day[]): Finding {
  const received = days.reduce((sum, day) => sum + day.received, 0);
  const completed = days.reduce((sum, day) => sum + day.completed, 0);
  if (received === 0 && completed === 0) return { kind: 'NOTHING' };
  if (completed >= received) return { kind: 'KEEPS_UP', received, completed };
  return { kind: 'FALLS_BEHIND', received, completed, behind: received - completed };
}

/** Fewer than this in a day are chance. */
const LEAST_FOR_BURST = 30;

/** A burst: the day that received most, if it is more than twice the median of the others; else null. */
export function burstOf(days: readonly Day[]): Day | null {
  const peak = days.reduce<Day | null>(
    (most, day) => (most && most.received >= day.received ? most : day),
    null,
  );
  if (!peak || peak.received < LEAST_FOR_BURST || days.length < 7) return null;
  const others = days
    .filter((day) => day !== peak)
    .map(({ received }) => received)
    .sort((a, b) => a - b);
  const median = others[Math.floor(others.length / 2)] ?? 0;
  return median > 0 && peak.received > 2 * median ? peak : null;
}

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
