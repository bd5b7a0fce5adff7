import { describe, expect, it } from 'vitest';
import { findingOfFlow, peakOf, type Flow } from './day-finding.ts';

const steps = (...received: number[]): Flow[] =>
  received.map((count, index) => ({
    from: `2026-11-${String(index + 1).padStart(2, '0')}`,
    received: count,
    completed: 0,
  }));

describe('what received and completed say', () => {
  it('work keeps up, or falls behind by so many', () => {
    expect(findingOfFlow([{ from: '2026-11-01', received: 10, completed: 12 }])).toEqual({
      kind: 'KEEPS_UP',
      received: 10,
      completed: 12,
    });
    expect(findingOfFlow([{ from: '2026-11-01', received: 10, completed: 7 }])).toMatchObject({
      kind: 'FALLS_BEHIND',
      behind: 3,
    });
  });

  it('nothing, when nothing happened; no sum, when a step is kept back', () => {
    expect(findingOfFlow([])).toEqual({ kind: 'NOTHING' });
    expect(findingOfFlow(steps(0, 0))).toEqual({ kind: 'NOTHING' });
    expect(findingOfFlow([...steps(10, 20), { from: '2026-11-03', received: null, completed: 0 }])).toEqual({
      kind: 'KEPT_BACK',
    });
  });
});

describe('a peak', () => {
  it('is a step far above the others', () => expect(peakOf(steps(100, 110, 90, 105, 480, 95, 100))).toBe(4));

  it('is not an ordinary high one, nor seen in too few', () => {
    expect(peakOf(steps(100, 110, 90, 105, 150, 95, 100))).toBeNull();
    expect(peakOf(steps(1, 50))).toBeNull();
    expect(peakOf(steps(1, 1, 2, 1, 9, 1, 2))).toBeNull();
  });
});
