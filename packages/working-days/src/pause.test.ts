import { describe, expect, test } from 'vitest';
import { workingDaysLeft } from './counting.ts';
import { addCalendarDays, addWorkingDays } from './deadline.ts';
import { decreedCalendar } from './decreed-calendar.fixture.ts';
import type { Pause } from './pause.ts';

const calendar = decreedCalendar();
const wib = 'Asia/Jakarta';
const at = (text: string) => new Date(`${text}+07:00`);
// Monday, 2 November 2026; without a pause five working days end on Monday, 9 November.
const start = at('2026-11-02T10:00');
const due = (pauses: Pause[], amount = 5) => addWorkingDays(calendar, start, amount, wib, { pauses }).dueOn;

describe('a paused clock', () => {
  test('counts the day on which the pause began, and goes on with the day after it ended', () => {
    const pauses = [{ from: at('2026-11-05T10:00'), until: at('2026-11-10T09:00') }];
    const deadline = addWorkingDays(calendar, start, 5, wib, { pauses });
    expect(deadline.countedDays).toEqual([
      '2026-11-03',
      '2026-11-04',
      '2026-11-05',
      '2026-11-11',
      '2026-11-12',
    ]);
    expect(deadline.skippedDays).toEqual([
      { date: '2026-11-06', reason: 'PAUSED' },
      { date: '2026-11-07', reason: 'WEEKEND' },
      { date: '2026-11-08', reason: 'WEEKEND' },
      { date: '2026-11-09', reason: 'PAUSED' },
      { date: '2026-11-10', reason: 'PAUSED' },
    ]);
  });

  test('loses nothing by a pause within one day', () => {
    expect(due([{ from: at('2026-11-05T08:00'), until: at('2026-11-05T16:00') }])).toBe('2026-11-09');
  });

  test('loses nothing by a pause over a weekend that ends on Sunday', () => {
    expect(due([{ from: at('2026-11-06T16:00'), until: at('2026-11-08T16:00') }])).toBe('2026-11-09');
  });

  test('counts a day from whose midnight on it ran', () => {
    expect(due([{ from: at('2026-11-05T10:00'), until: at('2026-11-10T00:00') }])).toBe('2026-11-11');
  });

  test('paused on the day it started keeps its whole length', () => {
    expect(due([{ from: at('2026-11-02T15:00'), until: at('2026-11-04T15:00') }])).toBe('2026-11-11');
  });

  test('takes overlapping and touching pauses once', () => {
    const pauses = [
      { from: at('2026-11-06T10:00'), until: at('2026-11-10T09:00') },
      { from: at('2026-11-05T10:00'), until: at('2026-11-09T09:00') },
      { from: at('2026-11-10T12:00'), until: at('2026-11-11T12:00') },
    ];
    // Counted: 3, 4, 5, 12, 13; lost: 6, 9, 10, 11.
    expect(due(pauses)).toBe('2026-11-13');
  });

  test('is not touched by a pause before the start or after the due day', () => {
    const pauses = [
      { from: at('2026-10-20T10:00'), until: at('2026-10-28T10:00') },
      { from: at('2026-11-10T10:00'), until: at('2026-11-20T10:00') },
    ];
    expect(due(pauses)).toBe('2026-11-09');
  });

  test('is not touched by a pause that began on the due day', () => {
    expect(due([{ from: at('2026-11-09T10:00'), until: at('2026-11-20T10:00') }])).toBe('2026-11-09');
  });

  test('a pause of ten working days at most takes exactly ten', () => {
    const from = at('2026-11-03T10:00');
    const until = addWorkingDays(calendar, from, 10, wib).dueAt;
    expect(until).toEqual(at('2026-11-18T00:00'));
    expect(due([{ from, until }], 2)).toBe('2026-11-18');
  });

  test('still paused answers as if it went on at the given moment, and refuses to guess one', () => {
    const pauses = [{ from: at('2026-11-05T10:00'), until: null }];
    const asOf = at('2026-11-10T09:00');
    expect(addWorkingDays(calendar, start, 5, wib, { pauses, asOf }).dueOn).toBe('2026-11-12');
    expect(() => due(pauses)).toThrow(RangeError);
  });

  test('shows the days left as they were when the pause began', () => {
    const pausedAt = at('2026-11-05T10:00');
    const pauses = [{ from: pausedAt, until: null }];
    const { dueAt } = addWorkingDays(calendar, start, 5, wib, { pauses, asOf: pausedAt });
    expect(workingDaysLeft(calendar, pausedAt, dueAt, wib)).toBe(2);
  });

  test('counts calendar days by the same rule', () => {
    const pauses = [{ from: at('2026-11-05T10:00'), until: at('2026-11-10T09:00') }];
    // Counted 3, 4, 5 and 11, 12; the weekend lies in the pause.
    expect(addCalendarDays(calendar, start, 5, wib, { pauses }).dueOn).toBe('2026-11-12');
  });
});
