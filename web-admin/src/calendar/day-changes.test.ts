import { expect, test } from 'vitest';
import { changeKind, daysOf } from './day-changes.ts';

test('a day is added, removed or called otherwise, and only the first two move deadlines', () => {
  const changes = [
    { date: '2027-01-01', before: null, after: {} },
    { date: '2027-01-02', before: {}, after: null },
    { date: '2027-01-03', before: {}, after: {} },
  ];
  expect(changes.map(changeKind)).toEqual(['added', 'removed', 'changed']);
  expect(daysOf(changes)).toEqual({ daysOff: ['2027-01-01'], workingDays: ['2027-01-02'] });
});
