import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  classOf,
  extremesOf,
  limitsOf,
  loadLimits,
  measureOf,
  MEASURES,
  type Measure,
  type RegionFigures,
} from './measures.ts';

const region = (key: string, part: Partial<RegionFigures['figures']>): RegionFigures => ({
  key,
  region: { code: key, name: key },
  figures: {
    received: 100,
    followUpRate: 70,
    completionRate: 40,
    averageRating: 4,
    rated: 40,
    toFollowUp: { medianDaysWithOpen: 5 },
    steps: { onTime: 60, late: 20, onTimeRate: 75 },
    ...part,
  },
  open: { open: 40, overdue: 10, overdueRate: 25 },
});

describe('the map', () => {
  it('compares no region below 30 reports, whatever it measures; a load it shows', () => {
    const few = region('11', { received: 29 });
    // What is open now and which steps ended are numbers of their own.
    const own = { jumlah: 29, tepat: 75, terlambat: 25 } as Partial<Record<Measure, number>>;
    for (const measure of MEASURES) expect(measureOf(few, measure)).toBe(own[measure] ?? null);
    expect(measureOf({ ...few, open: { open: 29, overdue: 10, overdueRate: 34 } }, 'terlambat')).toBeNull();
    expect(measureOf({ ...few, open: null }, 'terlambat')).toBeNull();
    const steps = { onTime: 9, late: 20, onTimeRate: 31 };
    expect(measureOf(region('11', { steps }), 'tepat')).toBeNull();
    expect(measureOf(region('11', { rated: 12 }), 'kepuasan')).toBeNull();
    expect(measureOf(region('11', { received: null }), 'tindak-lanjut')).toBeNull();
  });

  it('has five classes, the fifth the best: of shares the highest, of days the fewest', () => {
    const shares = limitsOf('tindak-lanjut', 0);
    expect([49, 50, 65, 80, 90, 100].map((value) => classOf(value, 'tindak-lanjut', shares))).toEqual([
      1, 2, 3, 4, 5, 5,
    ]);
    const days = limitsOf('hari', 0);
    expect([20, 14, 9, 5, 2, 0].map((value) => classOf(value, 'hari', days))).toEqual([1, 2, 3, 4, 5, 5]);
    expect(classOf(null, 'hari', days)).toBe(0);
    const late = limitsOf('terlambat', 0);
    expect([60, 50, 35, 20, 10, 0].map((value) => classOf(value, 'terlambat', late))).toEqual([
      1, 2, 3, 4, 5, 5,
    ]);
  });

  it('cuts a load at round numbers that rise', () => {
    expect(loadLimits(10_000)).toEqual([500, 1500, 3500, 6500]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), (most) => {
        const limits = loadLimits(most);
        expect(limits.toSorted((a, b) => a - b)).toEqual(limits);
      }),
    );
  });

  it('names best and worst among those that may be compared', () => {
    const rows = [
      region('a', { followUpRate: 94 }),
      region('b', { followUpRate: 47 }),
      region('c', { followUpRate: 100, received: 5 }),
    ];
    expect(extremesOf(rows, 'tindak-lanjut')).toEqual({ best: rows[0], worst: rows[1] });
    const slow = region('slow', { toFollowUp: { medianDaysWithOpen: 20 } });
    expect(extremesOf([slow, region('quick', {})], 'hari')?.worst).toBe(slow);
    expect(extremesOf([region('a', {}), region('b', {})], 'selesai')).toBeNull();
  });
});
