import { expect, test } from 'vitest';
import { rowsFault, toLimits, toRows, type Limit } from './limit-rows.ts';

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
