import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, coverPeriod, endOf, isOfWholeMonths, periodBefore } from './period.ts';
import { GRAINS } from './rollup-table.ts';

const TODAY = '2026-11-25';
const day = fc.integer({ min: 0, max: 2_500 }).map((days) => addDays('2020-01-01', days));

describe('a period', () => {
  test('is made of years, months and days that lie end to end', () => {
    expect(coverPeriod({ from: '2024-11-20', until: '2026-03-05' }, GRAINS, TODAY)).toEqual([
      { grain: 'D', from: '2024-11-20', until: '2024-12-01' },
      { grain: 'M', from: '2024-12-01', until: '2025-01-01' },
      { grain: 'Y', from: '2025-01-01', until: '2026-01-01' },
      { grain: 'M', from: '2026-01-01', until: '2026-03-01' },
      { grain: 'D', from: '2026-03-01', until: '2026-03-05' },
    ]);
  });

  test('is covered without gap and overlap, by at most five ranges, whatever its ends', () => {
    fc.assert(
      fc.property(day, fc.nat(1_500), (from, days) => {
        const until = addDays(from, days);
        const ranges = coverPeriod({ from, until }, GRAINS, '2099-01-01')!;
        expect(ranges.length).toBeLessThanOrEqual(5);
        let at = from;
        for (const range of ranges) {
          expect(range.from).toBe(at);
          expect(range.until > range.from).toBe(true);
          for (let step = range.from; step < range.until; step = endOf(range.grain, step))
            at = endOf(range.grain, step);
          expect(at).toBe(range.until);
        }
        expect(at).toBe(until);
      }),
    );
  });

  test('that reaches today is whole to the end of the year, so that it needs no days', () => {
    expect(coverPeriod({ from: '2026-01-01', until: '2026-11-26' }, ['M', 'Y'], TODAY)).toEqual([
      { grain: 'Y', from: '2026-01-01', until: '2027-01-01' },
    ]);
    expect(coverPeriod({ from: '2026-01-01', until: '2026-11-25' }, ['M', 'Y'], TODAY)).toBeNull();
    expect(isOfWholeMonths({ from: '2026-11-01', until: '2026-11-26' }, TODAY)).toBe(true);
    expect(isOfWholeMonths({ from: '2026-11-01', until: '2026-11-25' }, TODAY)).toBe(false);
  });

  test('is compared with as many whole months, or as many days, right before', () => {
    expect(periodBefore({ from: '2026-03-01', until: '2026-04-01' })).toEqual({
      from: '2026-02-01',
      until: '2026-03-01',
    });
    expect(periodBefore({ from: '2026-01-01', until: '2027-01-01' })).toEqual({
      from: '2025-01-01',
      until: '2026-01-01',
    });
    expect(periodBefore({ from: '2026-03-10', until: '2026-03-17' })).toEqual({
      from: '2026-03-03',
      until: '2026-03-10',
    });
  });
});
