import { expect, it } from 'vitest';
import { daysAfter, daysOf, lengthOn } from './length.ts';

it('takes whole days that a rule may have, and nothing else', () => {
  expect(['30', ' 730 ', '10950'].map(daysOf)).toEqual([30, 730, 10_950]);
  expect(['', '29', '10951', '-30', '3e2', '30.5', '30 hari', '0030x'].map(daysOf)).toEqual(
    Array(8).fill(null),
  );
});

it('counts days over the ends of months and years', () => {
  expect(['2026-11-30', '2026-12-31', '2028-02-28'].map((day) => daysAfter(day, 1))).toEqual([
    '2026-12-01',
    '2027-01-01',
    '2028-02-29',
  ]);
  expect(daysAfter('2026-12-28', 7)).toBe('2027-01-04');
});

it('knows how long a rule is on a day to come', () => {
  const rule = { days: 730, planned: { days: 60, startsOn: '2026-12-01' } };
  expect([lengthOn(rule, '2026-11-30'), lengthOn(rule, '2026-12-01')]).toEqual([730, 60]);
  expect(lengthOn({ days: 730, planned: null }, '2026-12-01')).toBe(730);
});
