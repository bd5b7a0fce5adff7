import { expect, it } from 'vitest';
import { readStatus } from './read-status.ts';

const answer = {
  checkedAt: '2026-11-20T02:40:00.000Z',
  runningSince: '2026-11-19T02:40:00.000Z',
  parts: [
    { part: 'REPORTS', works: true },
    { part: 'DEADLINES', works: false },
  ],
};

it('reads what works and what does not', () => {
  expect(readStatus(answer)).toEqual(answer);
});

it('passes over parts that it has no words for', () => {
  expect(readStatus({ ...answer, parts: [...answer.parts, { part: 'NEW', works: true }, {}] })).toEqual(
    answer,
  );
});

it.each([
  null,
  {},
  { ...answer, checkedAt: 'yesterday' },
  { ...answer, parts: [] },
  { ...answer, parts: 'all' },
])('says nothing of an answer that is none: %j', (other) => {
  expect(readStatus(other)).toBeNull();
});
