import { describe, expect, it } from 'vitest';
import { findingOf, ownOpen, periodOf, unitRows, type OpenFigures, type PeriodFigures } from './unit-rows.ts';

const open = (key: string, count: number, overdue: number): OpenFigures => ({
  key,
  open: count,
  openUpTo7Days: count,
  openUpTo30Days: 0,
  openUpTo60Days: 0,
  openLonger: 0,
  overdue,
  overdueRate: count === 0 ? null : Math.round((overdue / count) * 100),
  organisation: { id: key, name: `Dinas ${key}`, acronym: null },
});
const figures: PeriodFigures = {
  received: 12,
  completed: 6,
  followUpRate: 75,
  averageRating: 4.2,
  rated: 5,
  satisfiedRate: 80,
  reopenRate: 0,
  toFollowUp: { medianDaysWithOpen: 3, medianDays: 3, ninetiethPercentileDays: 6 },
  steps: { onTime: 9, late: 3, onTimeRate: 75 },
};
const view = (opens: readonly OpenFigures[], received: readonly string[] = []) =>
  unitRows({
    openUnits: { edges: opens.map((node) => ({ node })), pageInfo: { hasNextPage: false } },
    units: {
      edges: received.map((key) => ({
        node: { key, organisation: { id: key, name: `Dinas ${key}`, acronym: null }, figures },
      })),
    },
  });

describe('the units of an organisation', () => {
  it('stand with the most overdue first, then with the most open, and each once', () => {
    const rows = view([open('A', 5, 0), open('B', 3, 2), open('C', 9, 0)], ['C', 'D']);
    expect(rows.map(({ id }) => id)).toEqual(['B', 'C', 'A', 'D']);
    expect(rows.map(({ period }) => period !== null)).toEqual([false, true, false, true]);
    expect(rows.at(-1)).toMatchObject({ name: 'Dinas D', open: null });
  });

  it('leave to the organisation what is in none of them', () => {
    const rows = view([open('A', 5, 1), open('B', 3, 0)]);
    expect(ownOpen(open('', 10, 3), rows)).toEqual({ open: 2, overdue: 2 });
    expect(ownOpen(open('', 8, 1), rows)).toEqual({ open: 0, overdue: 0 });
    expect(ownOpen(undefined, [])).toEqual({ open: 0, overdue: 0 });
  });

  it('are said in a sentence', () => {
    expect(findingOf([])).toEqual({ kind: 'NOTHING' });
    expect(findingOf(view([], ['D']))).toEqual({ kind: 'NOTHING' });
    expect(findingOf(view([open('A', 5, 0), open('B', 3, 0)]))).toEqual({ kind: 'IN_TIME', count: 8 });
    expect(findingOf(view([open('A', 5, 0), open('B', 3, 2)]))).toEqual({
      kind: 'LATE',
      name: 'Dinas B',
      overdue: 2,
      heaviest: false,
    });
    expect(findingOf(view([open('A', 5, 1), open('B', 3, 0)]))).toMatchObject({ heaviest: true });
  });

  it('are counted over so many days, today among them', () => {
    expect(periodOf('30', '2026-11-22')).toEqual({ from: '2026-10-24', to: '2026-11-22' });
    expect(periodOf('90', '2026-03-01')).toEqual({ from: '2025-12-02', to: '2026-03-01' });
  });
});
