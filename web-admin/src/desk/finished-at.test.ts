import { expect, it } from 'vitest';
import { finishedAt } from './finished-at.ts';

const now = new Date('2026-11-22T02:00:00Z');

it('says when four verifiers have worked off a queue at the pace of one', () => {
  expect(finishedAt({ now, waiting: 300, medianSeconds: 48, officers: 4 })).toEqual(
    new Date('2026-11-22T03:00:00Z'),
  );
});

it('says nothing without a pace, without a queue, or of tomorrow', () => {
  expect(finishedAt({ now, waiting: 300, medianSeconds: null, officers: 4 })).toBeNull();
  expect(finishedAt({ now, waiting: 300, medianSeconds: 48, officers: 0 })).toBeNull();
  expect(finishedAt({ now, waiting: 0, medianSeconds: 48, officers: 1 })).toBeNull();
  expect(finishedAt({ now, waiting: 5_000, medianSeconds: 60, officers: 1 })).toBeNull();
});
