export interface Flow {
  /** First day of the step. */
  from: string;
  /** `null`: too few to be told to this viewer. */
  received: number | null;
  completed: number | null;
}

export type FlowFinding =
  | { kind: 'NOTHING' }
  /** Some steps are not told, so nothing can be summed. */
  | { kind: 'KEPT_BACK' }
  | { kind: 'KEEPS_UP'; received: number; completed: number }
  | { kind: 'FALLS_BEHIND'; received: number; completed: number; behind: number };

/** Whether what is completed keeps up with what comes in. */
export function findingOfFlow(steps: readonly Flow[]): FlowFinding {
  if (steps.some(({ received, completed }) => received === null || completed === null))
    return { kind: 'KEPT_BACK' };
  const received = steps.reduce((sum, step) => sum + (step.received ?? 0), 0);
  const completed = steps.reduce((sum, step) => sum + (step.completed ?? 0), 0);
  if (received === 0 && completed === 0) return { kind: 'NOTHING' };
  return completed >= received
    ? { kind: 'KEEPS_UP', received, completed }
    : { kind: 'FALLS_BEHIND', received, completed, behind: received - completed };
}

/** Fewer than this in a step are chance. */
const LEAST_FOR_PEAK = 30;
const FEWEST_STEPS = 7;

/** Place of the step that received most, if it is more than twice the median of the others; else null. */
export function peakOf(steps: readonly Flow[]): number | null {
  if (steps.length < FEWEST_STEPS) return null;
  const counts = steps.map(({ received }) => received ?? 0);
  const most = Math.max(...counts);
  const peak = counts.indexOf(most);
  const others = counts.filter((_, index) => index !== peak).sort((a, b) => a - b);
  const median = others[Math.floor(others.length / 2)] ?? 0;
  return most >= LEAST_FOR_PEAK && median > 0 && most > 2 * median ? peak : null;
}
