import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kaplanMeierMedian, timesOf } from './times.ts';

/** As in a textbook: the share still waiting after each day on which something happened. */
function slowMedian(reports: readonly { days: number; isDone: boolean }[]): number | null {
  let surviving = 1;
  const days = [...new Set(reports.filter(({ isDone }) => isDone).map((report) => report.days))].toSorted(
    (a, b) => a - b,
  );
  for (const at of days) {
    const atRisk = reports.filter((report) => report.days >= at).length;
    const now = reports.filter((report) => report.days === at && report.isDone).length;
    surviving *= (atRisk - now) / atRisk;
    if (surviving <= 0.5 + 1e-9) return at;
  }
  return null;
}

const histogram = (reports: readonly { days: number; isDone: boolean }[], isDone: boolean) => {
  const counts: number[] = [];
  for (const report of reports)
    if (report.isDone === isDone) counts[report.days] = (counts[report.days] ?? 0) + 1;
  return Array.from(counts, (count) => count ?? 0);
};

describe('how long things take', () => {
  test('is told by mean, median and ninetieth percentile of whole days', () => {
    const done = [0, 4, 3, 2, 0, 0, 0, 0, 0, 0, 1];
    expect(timesOf({ done, left: [], waiting: [], daySum: 26 })).toEqual({
      count: 10,
      open: 0,
      mean: 2.6,
      median: 2,
      ninetieth: 3,
      medianWithOpen: 2,
    });
    expect(timesOf({ done: [], left: [], waiting: null, daySum: 0 })).toEqual({
      count: 0,
      open: null,
      mean: null,
      median: null,
      ninetieth: null,
      medianWithOpen: null,
    });
  });

  test('does not look shorter when the hard ones are left lying', () => {
    const quick = { done: [0, 6], left: [], waiting: [], daySum: 6 };
    expect(timesOf(quick).medianWithOpen).toBe(1);
    const lying = { ...quick, waiting: [...Array.from({ length: 40 }, () => 0), 20] };
    expect(timesOf(lying)).toMatchObject({ median: 1, medianWithOpen: null, open: 20 });
  });

  // The data that textbooks print with their answer: weeks of remission under 6-MP and under placebo (Freireich and others, 1963).
  test.each([
    ['6-MP', '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+', 23],
    ['placebo', '1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23', 8],
  ])('by Kaplan–Meier is the published median of remissions under %s', (_treatment, weeks, median) => {
    const patients = weeks
      .split(' ')
      .map((week) => ({ days: parseInt(week, 10), isDone: !week.endsWith('+') }));
    expect(
      kaplanMeierMedian({
        done: histogram(patients, true),
        left: [],
        waiting: histogram(patients, false),
        daySum: 0,
      }),
    ).toBe(median);
  });

  test('by Kaplan–Meier is what a textbook computes', () => {
    const report = fc.record({ days: fc.nat(30), isDone: fc.boolean() });
    fc.assert(
      fc.property(fc.array(report, { maxLength: 60 }), fc.nat(60), (reports, split) => {
        const open = reports.filter(({ isDone }) => !isDone);
        const left = histogram(open.slice(0, split), false);
        const waiting = histogram(open.slice(split), false);
        expect(kaplanMeierMedian({ done: histogram(reports, true), left, waiting, daySum: 0 })).toBe(
          slowMedian(reports),
        );
      }),
    );
  });
});
