import type { ClockStatus, Urgency } from '@lapor/wording';
import { describe, expect, it } from 'vitest';
import { groupByUrgency } from './group-by-urgency.ts';

const row = (
  number: number,
  urgency: Urgency | null,
  status: ClockStatus = 'RUNNING',
  oversight: string | null = null,
) => ({
  number,
  nextClock: urgency && { urgency, status },
  oversight: oversight === null ? null : { state: oversight },
});

describe('the inbox', () => {
  it('puts what burns most on top and keeps the order of deadlines within each group', () => {
    const groups = groupByUrgency([
      row(1, 'SOON'),
      row(2, 'OVERDUE'),
      row(3, 'ON_TIME'),
      row(4, 'SOON'),
      row(5, null),
      row(6, 'LAST_DAY'),
    ]);
    expect(groups.map(({ id, rows }) => [id, rows.map(({ number }) => number)])).toEqual([
      ['OVERDUE', [2]],
      ['LAST_DAY', [6]],
      ['SOON', [1, 4]],
      ['ON_TIME', [3]],
      ['NONE', [5]],
    ]);
  });

  it('does not hurry anybody for a clock that stands still', () =>
    expect(groupByUrgency([row(1, 'SOON', 'PAUSED')]).map(({ id }) => id)).toEqual(['NONE']));

  it('begins with what the Ombudsman watches, and forgets a case that has ended', () => {
    const groups = groupByUrgency([
      row(1, 'OVERDUE'),
      row(2, null, 'RUNNING', 'CLARIFICATION_ASKED'),
      row(3, 'OVERDUE', 'RUNNING', 'CLOSED'),
    ]);
    expect(groups.map(({ id, rows }) => [id, rows.map(({ number }) => number)])).toEqual([
      ['OVERSEEN', [2]],
      ['OVERDUE', [1, 3]],
    ]);
  });

  it('has no empty groups', () => {
    expect(groupByUrgency([])).toEqual([]);
    expect(groupByUrgency([row(1, null)]).map(({ id }) => id)).toEqual(['NONE']);
  });
});
