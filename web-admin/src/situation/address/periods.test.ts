import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  comparisonOf,
  coveringMonths,
  daysIn,
  isOfWholeMonths,
  presetPeriod,
  PRESETS,
  readPeriod,
  stepOf,
} from './periods.ts';

const TODAY = '2026-11-22';
const nothing = { periode: '', dari: '', sampai: '' };

describe('the period of the room', () => {
  it('is this month where the address says nothing or something else', () => {
    expect(readPeriod(nothing, TODAY, false)).toEqual({
      preset: 'bulan-ini',
      period: { from: '2026-11-01', to: '2026-11-30' },
    });
    expect(readPeriod({ ...nothing, periode: 'besok' }, TODAY, false).preset).toBe('bulan-ini');
    expect(readPeriod({ ...nothing, dari: '2026-02-30', sampai: '2026-03-01' }, TODAY, false).preset).toBe(
      'bulan-ini',
    );
    expect(readPeriod({ ...nothing, dari: '2026-03-02', sampai: '2026-03-01' }, TODAY, false).preset).toBe(
      'bulan-ini',
    );
  });

  it('goes over the ends of years', () => {
    expect(presetPeriod('bulan-lalu', '2026-01-15')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
    expect(presetPeriod('3-bulan', '2026-01-15')).toEqual({ from: '2025-11-01', to: '2026-01-31' });
    expect(presetPeriod('12-bulan', TODAY)).toEqual({ from: '2025-12-01', to: '2026-11-30' });
    expect(presetPeriod('30-hari', TODAY)).toEqual({ from: '2026-10-24', to: '2026-11-22' });
  });

  it('is any two days, and the whole months around them for outsiders', () => {
    const days = { ...nothing, dari: '2026-02-10', sampai: '2026-03-05' };
    expect(readPeriod(days, TODAY, false)).toEqual({
      preset: null,
      period: { from: '2026-02-10', to: '2026-03-05' },
    });
    expect(readPeriod(days, TODAY, true).period).toEqual({ from: '2026-02-01', to: '2026-03-31' });
    expect(readPeriod({ ...nothing, periode: '30-hari' }, TODAY, true).preset).toBe('bulan-ini');
  });

  it('is told to outsiders whatever they ask for: every period is of whole months', () => {
    const day = fc
      .date({ min: new Date('2001-01-01'), max: new Date('2026-11-22'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, fc.constantFrom('', ...PRESETS), (one, other, periode) => {
        const [dari, sampai] = [one, other].sort() as [string, string];
        const { period } = readPeriod({ periode, dari, sampai }, TODAY, true);
        expect(isOfWholeMonths(period, TODAY)).toBe(true);
      }),
    );
  });
});

describe('what a period is compared with', () => {
  it('a whole month with the month before, a quarter with the quarter before', () => {
    expect(comparisonOf({ from: '2026-10-01', to: '2026-10-31' }, 'sebelumnya', TODAY)).toEqual({
      from: '2026-09-01',
      to: '2026-09-30',
    });
    expect(comparisonOf({ from: '2026-01-01', to: '2026-03-31' }, 'sebelumnya', TODAY)).toEqual({
      from: '2025-10-01',
      to: '2025-12-31',
    });
  });

  it('a month that still runs with as many days of the month before', () => {
    expect(comparisonOf({ from: '2026-11-01', to: '2026-11-30' }, 'sebelumnya', TODAY)).toEqual({
      from: '2026-10-01',
      to: '2026-10-22',
    });
    expect(comparisonOf({ from: '2026-03-01', to: '2026-03-31' }, 'sebelumnya', '2026-03-30')).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
    });
  });

  it('a year that still runs with the year before until the same day', () => {
    const year = presetPeriod('tahun-ini', TODAY);
    const lastYear = { from: '2025-01-01', to: '2025-11-22' };
    expect(comparisonOf(year, 'sebelumnya', TODAY)).toEqual(lastYear);
    expect(comparisonOf({ from: '2026-01-01', to: TODAY }, 'sebelumnya', TODAY)).toEqual(lastYear);
    expect(comparisonOf({ from: '2025-01-01', to: '2026-12-31' }, 'sebelumnya', TODAY)).toEqual({
      from: '2023-01-01',
      to: '2024-11-22',
    });
    // A month and a quarter that begin with the year are none.
    expect(comparisonOf(presetPeriod('bulan-ini', '2026-01-22'), 'sebelumnya', '2026-01-22')).toEqual({
      from: '2025-12-01',
      to: '2025-12-22',
    });
    expect(comparisonOf(presetPeriod('3-bulan', '2026-03-22'), 'sebelumnya', '2026-03-22')).toEqual({
      from: '2025-10-01',
      to: '2025-12-22',
    });
  });

  it('some days with as many right before them', () => {
    expect(comparisonOf({ from: '2026-10-24', to: '2026-11-22' }, 'sebelumnya', TODAY)).toEqual({
      from: '2026-09-24',
      to: '2026-10-23',
    });
    expect(comparisonOf({ from: '2026-10-01', to: '2026-10-10' }, 'sebelumnya', TODAY)).toEqual({
      from: '2026-09-21',
      to: '2026-09-30',
    });
  });

  it('the same of a year ago, leap days and ends of months kept', () => {
    expect(comparisonOf({ from: '2024-02-01', to: '2024-02-29' }, 'tahun-lalu', TODAY)).toEqual({
      from: '2023-02-01',
      to: '2023-02-28',
    });
    expect(comparisonOf({ from: '2025-02-01', to: '2025-02-28' }, 'tahun-lalu', TODAY)).toEqual({
      from: '2024-02-01',
      to: '2024-02-29',
    });
    expect(comparisonOf({ from: '2026-11-01', to: '2026-11-30' }, 'tahun-lalu', TODAY)).toEqual({
      from: '2025-11-01',
      to: '2025-11-22',
    });
  });

  it('with nothing, when that was chosen', () =>
    expect(comparisonOf({ from: '2026-10-01', to: '2026-10-31' }, 'tanpa', TODAY)).toBeNull());

  it('never overlaps the period before which it lies', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 400 }), (start, length) => {
        const from = new Date(Date.UTC(2018, 0, 1 + start)).toISOString().slice(0, 10);
        const to = new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10);
        if (from > TODAY) return;
        const before = comparisonOf({ from, to }, 'sebelumnya', TODAY)!;
        expect(before.from <= before.to).toBe(true);
        expect(before.to < from).toBe(true);
      }),
    );
  });
});

describe('days and months', () => {
  it('the end of a long month becomes the end of a short one', () => {
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -2)).toBe('2025-11-15');
    expect(daysIn({ from: '2026-02-01', to: '2026-02-28' })).toBe(28);
    expect(coveringMonths({ from: '2026-02-10', to: '2026-02-11' })).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
    });
  });

  it('a short period goes by days, a long one by months, decades by years', () => {
    expect(stepOf({ from: '2026-11-01', to: '2026-11-30' }, true)).toBe('DAY');
    expect(stepOf({ from: '2026-11-01', to: '2026-11-30' }, false)).toBe('MONTH');
    expect(stepOf({ from: '2025-12-01', to: '2026-11-30' }, true)).toBe('MONTH');
    expect(stepOf({ from: '2015-01-01', to: '2026-12-31' }, true)).toBe('YEAR');
  });
});
