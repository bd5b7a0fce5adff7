import { expect, test } from 'vitest';
import { waitingFor } from './waiting-words.ts';

const padang = { timeZone: 'Asia/Jakarta' };

test('missing data, a question and a result are told apart', () => {
  expect(waitingFor({ state: 'POSTPONED', closesAutomaticallyAt: null, region: padang }).message).toBe(
    'account.waiting.data',
  );
  expect(waitingFor({ state: 'DISPOSED', closesAutomaticallyAt: null, region: padang }).message).toBe(
    'account.waiting.question',
  );
});

test('a result names the last day before it closes by itself, where the report is', () => {
  const closesAutomaticallyAt = '2026-12-03T17:00:00.000Z';
  expect(waitingFor({ state: 'IN_PROGRESS', closesAutomaticallyAt, region: padang })).toEqual({
    message: 'account.waiting.result',
    lastDay: '2026-12-03',
  });
  // In Jayapura that midnight is two hours earlier.
  expect(
    waitingFor({
      state: 'IN_PROGRESS',
      closesAutomaticallyAt: '2026-12-03T15:00:00.000Z',
      region: { timeZone: 'Asia/Jayapura' },
    }).lastDay,
  ).toBe('2026-12-03');
});
