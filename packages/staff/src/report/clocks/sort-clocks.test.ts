import { describe, expect, it } from 'vitest';
import { sortClocks } from './sort-clocks.ts';

const clock = (
  id: string,
  status: 'RUNNING' | 'PAUSED' | 'MET' | 'MISSED',
  dueOn: string,
  stoppedAt: string | null,
) => ({
  id,
  status,
  dueOn,
  stoppedAt,
});

describe('the clocks of a report', () => {
  it('stand with what is due first on top; an overdue one that still runs is among them', () => {
    const { going, over } = sortClocks([
      clock('resolution', 'RUNNING', '2026-12-07', null),
      clock('verification', 'MET', '2026-11-19', '2026-11-17T03:51:00.000Z'),
      clock('follow-up', 'MISSED', '2026-11-18', null),
      clock('first-response', 'MISSED', '2026-11-16', '2026-11-18T00:00:00.000Z'),
    ]);
    expect(going.map(({ id }) => id)).toEqual(['follow-up', 'resolution']);
    expect(over.map(({ id }) => id)).toEqual(['first-response', 'verification']);
  });
});
