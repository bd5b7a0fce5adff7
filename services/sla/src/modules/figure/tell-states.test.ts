import { describe, expect, it } from 'vitest';
import { toFigures } from './mapper.ts';
import type { GroupDurations, Sums } from './repository.ts';
import { tellStates } from './tell-states.ts';

const sumsOf = (change: Partial<Sums>): Sums =>
  ({
    received: 73,
    submitted: 31,
    postponed: 1,
    disposed: 17,
    in_progress: 12,
    completed: 10,
    archived: 2,
    handed_over: 0,
    obstacles: 0,
    promises_kept: 0,
    promises_broken: 0,
    rated_1: 0,
    rated_2: 0,
    rated_3: 0,
    rated_4: 0,
    rated_5: 0,
    disputed: 0,
    reopened: 0,
    ...change,
  }) as Sums;

describe('states that are kept back', () => {
  it('are not told by the times beside them', () => {
    const after = (waiting: number) => ({ done: [10], left: [], waiting: [waiting], daySum: 0 });
    const durations: GroupDurations = { toFollowUp: after(49), toCompletion: after(61) };
    const figures = toFigures(sumsOf({}), durations, null, 'PUBLIC', false);
    expect(figures).toMatchObject({ postponed: null, completed: null, archived: null });
    expect([figures.toCompletion?.count, figures.toCompletion?.open, figures.toFollowUp?.open]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('are all told when none is small, and to those who count exactly', () => {
    expect(tellStates(sumsOf({ postponed: 0, archived: 3 }), true).told.archived).toBe(3);
    expect(tellStates(sumsOf({ received: 75, postponed: 0, archived: 5 }), false)).toMatchObject({
      told: { completed: 10, archived: 5, completionRate: 13 },
      mayTellAll: true,
    });
  });

  it('give no rate by which they could be counted', () => {
    expect(tellStates(sumsOf({}), false).told).toMatchObject({
      inProgress: 12,
      completed: null,
      followUpRate: null,
      completionRate: null,
      completionRateWithoutArchived: null,
    });
  });
});
