import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOfCount, changeOfShare, changeOfValue, goodOnceOver } from './change.ts';
import { uncertaintyOf } from './wilson.ts';

describe('a change', () => {
  it('of counts is a share of what was', () => {
    expect(changeOfCount(63, 4)).toEqual({ kind: 'UP', by: 1475 });
    expect(changeOfCount(90, 100)).toEqual({ kind: 'DOWN', by: 10 });
    expect(changeOfCount(1000, 1001)).toEqual({ kind: 'SAME' });
  });

  it('from nothing has no percent, and what is kept back tells nothing', () => {
    expect(changeOfCount(5, 0)).toEqual({ kind: 'NEW' });
    expect(changeOfCount(0, 0)).toEqual({ kind: 'SAME' });
    expect(changeOfCount(null, 10)).toEqual({ kind: 'UNKNOWN' });
    expect(changeOfValue(41, null)).toEqual({ kind: 'UNKNOWN' });
  });

  it('of shares and ratings is a difference', () => {
    expect(changeOfValue(81, 78)).toEqual({ kind: 'UP', by: 3 });
    expect(changeOfValue(3.9, 4.2, 1)).toEqual({ kind: 'DOWN', by: 0.3 });
  });
});

it('of shares is not told where too few stand behind either', () => {
  expect(changeOfShare(30, 40, 67, 12)).toEqual({ kind: 'FEW' });
  expect(changeOfShare(100, 1, 0, 90)).toEqual({ kind: 'FEW' });
  expect(changeOfShare(30, null, 67, 90)).toEqual({ kind: 'FEW' });
  expect(changeOfShare(30, 40, 67, 30)).toEqual({ kind: 'DOWN', by: 37 });
  expect(changeOfShare(4.2, 40, 4.5, 29, 1)).toEqual({ kind: 'FEW' });
  expect(changeOfShare(4.2, 40, 4.5, 30, 1)).toEqual({ kind: 'DOWN', by: 0.3 });
});

it('is neither good nor bad while the reports that are counted are younger than the others', () => {
  const november = { from: '2026-11-01', to: '2026-11-30' };
  expect(goodOnceOver('UP', { period: november, today: '2026-11-30' })).toBeUndefined();
  expect(goodOnceOver('UP', { period: november, today: '2026-12-01' })).toBe('UP');
});

describe('the uncertainty of a share', () => {
  it('is wide for few reports and narrow for many', () => {
    expect(uncertaintyOf(15, 30)).toEqual({ low: 33, high: 67 });
    expect(uncertaintyOf(5_000, 10_000)).toEqual({ low: 49, high: 51 });
    // What Wilson's interval is for: no certainty from "all of them".
    expect(uncertaintyOf(30, 30)).toEqual({ low: 89, high: 100 });
  });

  it('is there for possible counts only, and holds the share', () => {
    expect(uncertaintyOf(1, 0)).toBeNull();
    expect(uncertaintyOf(5, 4)).toBeNull();
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (whole, share) => {
          const part = Math.round(whole * share);
          const { low, high } = uncertaintyOf(part, whole)!;
          expect(low).toBeLessThanOrEqual(Math.round((part / whole) * 100));
          expect(high).toBeGreaterThanOrEqual(Math.round((part / whole) * 100));
        },
      ),
    );
  });
});
