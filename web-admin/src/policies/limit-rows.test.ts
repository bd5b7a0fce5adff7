import { expect, test } from 'vitest';
import { changedLimits, rowsFault, toLimits, toRows, type Limit } from './limit-rows.ts';

const followUp: Limit = {
  rule: 'FOLLOW_UP',
  reportClass: null,
  organisationKind: null,
  days: 5,
  unit: 'WORKING',
};
const inspected: Limit = {
  rule: 'RESOLUTION',
  reportClass: 'DISPUTE_WITH_INSPECTION',
  organisationKind: null,
  days: null,
  unit: null,
};

test('a policy goes into the form and comes back as it was', () => {
  expect(toLimits(toRows([followUp, inspected]))).toEqual([followUp, inspected]);
});

test.each([
  ['nothing', ''],
  ['zero', '0'],
  ['more than a year', '367'],
  ['half a day', '1.5'],
  ['a word', 'lima'],
])('%s is no length', (_name, days) => {
  expect(rowsFault([{ ...toRows([followUp])[0]!, days }])).toBe('INVALID');
});

test('nothing is said twice, but a kind of organisation may differ', () => {
  const [row] = toRows([followUp]);
  expect(rowsFault([row!, row!])).toBe('INVALID');
  expect(rowsFault([row!, { ...row!, organisationKind: 'MINISTRY' }])).toBeUndefined();
});

test('what differs is told with what it was, an exception that is new or gone too, and what is no length yet is not', () => {
  const [row, outer] = toRows([followUp, inspected]);
  expect(changedLimits([followUp, inspected], [row!, outer!])).toEqual([]);
  const exception = { ...row!, organisationKind: 'MINISTRY' as const, days: '7' };
  expect(changedLimits([followUp], [{ ...row!, days: '6' }, exception])).toEqual([
    {
      of: expect.objectContaining({ rule: 'FOLLOW_UP' }),
      before: followUp,
      after: expect.objectContaining({ days: 6 }),
    },
    {
      of: expect.objectContaining({ organisationKind: 'MINISTRY' }),
      before: null,
      after: expect.objectContaining({ days: 7 }),
    },
  ]);
  expect(changedLimits([followUp, inspected], [{ ...row!, days: '' }])).toEqual([
    { of: inspected, before: inspected, after: null },
  ]);
});
