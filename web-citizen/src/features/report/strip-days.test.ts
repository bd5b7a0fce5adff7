import { expect, test } from 'vitest';
import { stripDays } from './strip-days.ts';

test('every day from start to deadline stands in the strip, for what it counted', () => {
  const days = stripDays(
    {
      startedOn: '2026-11-17',
      countedDays: ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23', '2026-11-24'],
      skippedDays: [{ date: '2026-11-21' }, { date: '2026-11-22' }],
    },
    '2026-11-24',
    '2026-11-20',
  );
  expect(days.map(({ label, kind }) => `${label} ${kind}`)).toEqual([
    '17 start',
    '18 passed',
    '19 passed',
    '20 ahead',
    '21 skipped',
    '22 skipped',
    '23 ahead',
    '24 due',
  ]);
});
