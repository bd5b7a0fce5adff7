import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { burstOf, findingOf, scaleOf, type Day } from './finding.ts';

const days = (...received: number[]): Day[] =>
  received.map((count, index) => ({
    date: `2026-11-${String(index + 1).padStart(2, '0')}`,
    received: count,
    completed: 0,
  }));

describe('what the days say', () => {
  it('work keeps up, or falls behind by so many', () => {
    expect(findingOf([{ date: '2026-11-01', received: 10, completed: 12 }])).toEqual({
      kind: 'KEEPS_UP',
      received: 10,
      completed: 12,
    });
    expect(findingOf([{ date: '2026-11-01', received: 10, completed: 7 }])).toMatchObject({
      kind: 'FALLS_BEHIND',
      behind: 3,
    });
  });

  it('nothing, when nothing happened', () => {
    expect(findingOf([])).toEqual({ kind: 'NOTHING' });
    expect(findingOf(days(0, 0))).toEqual({ kind: 'NOTHING' });
  });
});

describe('days of which too few reports are known', () => {
  const told = days(10, 20);
  const keptBack = [...told, { date: '2026-11-03', received: null, completed: 0 }];

  it('make no sum, so nothing is said of keeping up', () => {
    expect(findingOf(keptBack)).toEqual({ kind: 'KEPT_BACK' });
    expect(findingOf(told)).not.toEqual({ kind: 'KEPT_BACK' });
  });
});

describe('a burst', () => {
  it('is a day far above the others', () => {
    expect(burstOf(days(100, 110, 90, 105, 480, 95, 100))?.date).toBe('2026-11-05');
  });

  it('is not an ordinary high day, nor seen in too few days', () => {
    expect(burstOf(days(100, 110, 90, 105, 150, 95, 100))).toBeNull();
    expect(burstOf(days(1, 50))).toBeNull();
    expect(burstOf(days(1, 1, 2, 1, 9, 1, 2))).toBeNull();
    expect(burstOf(days(0, 0, 0, 0, 0, 0, 1))).toBeNull();
  });
});

describe('the scale of the chart', () => {
  it('has a few round steps and room for every value', () => {
    expect(scaleOf(1204)).toEqual({ top: 1500, steps: [0, 500, 1000, 1500] });
    fc.assert(
      fc.property(fc.nat(1_000_000), (most) => {
        const { top, steps } = scaleOf(most);
        expect(top).toBeGreaterThanOrEqual(most);
        expect(steps.length).toBeLessThanOrEqual(5);
        expect(steps.every(Number.isInteger)).toBe(true);
      }),
    );
  });
});
