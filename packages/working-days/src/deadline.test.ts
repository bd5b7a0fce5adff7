import { describe, expect, test } from 'vitest';
import { buildCalendar } from './calendar.ts';
import { addCalendarDays, addWorkingDays } from './deadline.ts';
import { decreedCalendar } from './decreed-calendar.fixture.ts';
import { Temporal } from 'temporal-polyfill';

// Every expected date below was counted by hand on the decrees' calendars, not taken from the engine.
const calendar = decreedCalendar();
const wib = 'Asia/Jakarta';
const wita = 'Asia/Makassar';
const wit = 'Asia/Jayapura';
const at = (text: string) => new Date(text);

describe('working days', () => {
  test('a report of Friday evening is due on Wednesday, to its last second', () => {
    const deadline = addWorkingDays(calendar, at('2026-11-20T21:30:00+07:00'), 3, wib);
    expect(deadline).toEqual({
      startedOn: '2026-11-20',
      dueOn: '2026-11-25',
      dueAt: at('2026-11-26T00:00:00+07:00'),
      countedDays: ['2026-11-23', '2026-11-24', '2026-11-25'],
      skippedDays: [
        { date: '2026-11-21', reason: 'WEEKEND' },
        { date: '2026-11-22', reason: 'WEEKEND' },
      ],
      isEstimated: false,
    });
  });

  test('around Idul Fitri 2026 joint leave and holidays are stepped over and named', () => {
    const deadline = addWorkingDays(calendar, at('2026-03-16T09:00:00+07:00'), 5, wib);
    expect(deadline.dueOn).toBe('2026-03-30');
    expect(deadline.countedDays).toEqual([
      '2026-03-17',
      '2026-03-25',
      '2026-03-26',
      '2026-03-27',
      '2026-03-30',
    ]);
    expect(deadline.skippedDays).toEqual([
      { date: '2026-03-18', reason: 'Cuti Bersama Hari Suci Nyepi' },
      { date: '2026-03-19', reason: 'Hari Suci Nyepi (Tahun Baru Saka)' },
      { date: '2026-03-20', reason: 'Cuti Bersama Hari Raya Idulfitri' },
      { date: '2026-03-21', reason: 'Hari Raya Idulfitri (hari pertama)' },
      { date: '2026-03-22', reason: 'Hari Raya Idulfitri (hari kedua)' },
      { date: '2026-03-23', reason: 'Cuti Bersama Hari Raya Idulfitri' },
      { date: '2026-03-24', reason: 'Cuti Bersama Hari Raya Idulfitri' },
      { date: '2026-03-28', reason: 'WEEKEND' },
      { date: '2026-03-29', reason: 'WEEKEND' },
    ]);
  });

  test.each([
    ['over Christmas and New Year 2025/26', '2025-12-23T10:00:00+07:00', 5, '2026-01-02'],
    ['over the leap day 2024, a Thursday', '2024-02-27T10:00:00+07:00', 3, '2024-03-01'],
    ['onto the leap day 2028, a Tuesday', '2028-02-28T10:00:00+07:00', 1, '2028-02-29'],
    ['over the leap day 2028', '2028-02-28T10:00:00+07:00', 2, '2028-03-01'],
    ['from Labour Day, a holiday on a Friday', '2026-05-01T10:00:00+07:00', 3, '2026-05-06'],
    ['from a Sunday', '2026-11-22T10:00:00+07:00', 1, '2026-11-23'],
    ['before the Ascension and its joint leave', '2026-05-13T10:00:00+07:00', 1, '2026-05-18'],
    ['fourteen days in a month without holidays', '2026-11-02T10:00:00+07:00', 14, '2026-11-20'],
  ])('%s', (_name, startedAt, amount, dueOn) => {
    expect(addWorkingDays(calendar, at(startedAt), amount, wib).dueOn).toBe(dueOn);
  });

  test('the day of the event is the local one: 23.59 is still Thursday, 00.00 is Friday', () => {
    const lastMoment = addWorkingDays(calendar, at('2026-11-19T23:59:59.999+07:00'), 1, wib);
    expect([lastMoment.startedOn, lastMoment.dueOn]).toEqual(['2026-11-19', '2026-11-20']);
    const midnight = addWorkingDays(calendar, at('2026-11-20T00:00:00+07:00'), 1, wib);
    expect([midnight.startedOn, midnight.dueOn]).toEqual(['2026-11-20', '2026-11-23']);
  });

  test.each([
    [wib, '2026-11-24', '2026-11-24T17:00:00Z'],
    ['Asia/Pontianak', '2026-11-24', '2026-11-24T17:00:00Z'],
    [wita, '2026-11-24', '2026-11-24T16:00:00Z'],
    [wit, '2026-11-25', '2026-11-25T15:00:00Z'],
  ])('one moment late on Thursday evening in %s', (timeZone, dueOn, dueAt) => {
    const deadline = addWorkingDays(calendar, at('2026-11-19T15:30:00Z'), 3, timeZone);
    expect([deadline.dueOn, deadline.dueAt]).toEqual([dueOn, at(dueAt)]);
  });

  test('takes a Temporal.Instant as well as a Date', () => {
    const instant = Temporal.Instant.from('2026-11-20T14:30:00Z');
    expect(addWorkingDays(calendar, instant, 3, wib).dueOn).toBe('2026-11-25');
  });

  test('a zone with summer time keeps to local midnights', () => {
    // New York changed to winter time on Sunday, 1 November 2026.
    const deadline = addWorkingDays(calendar, at('2026-10-30T12:00:00-04:00'), 1, 'America/New_York');
    expect([deadline.dueOn, deadline.dueAt]).toEqual(['2026-11-02', at('2026-11-03T00:00:00-05:00')]);
  });

  test('beyond the decrees a deadline is an estimate, up to their last day it is not', () => {
    const last = addWorkingDays(calendar, at('2026-12-28T10:00:00+07:00'), 3, wib);
    expect([last.dueOn, last.isEstimated]).toEqual(['2026-12-31', false]);
    // 1 and 5 January 2027 are estimated holidays.
    const beyond = addWorkingDays(calendar, at('2026-12-28T10:00:00+07:00'), 5, wib);
    expect([beyond.dueOn, beyond.isEstimated]).toEqual(['2027-01-06', true]);
  });

  test('an estimated holiday makes the deadline an estimate even in a known year', () => {
    const guessed = buildCalendar({
      version: 'guess',
      knownUntil: '2026-12-31',
      holidays: [{ date: '2026-11-24', name: 'Pilkada', kind: 'NATIONAL', status: 'ESTIMATED' }],
    });
    const over = addWorkingDays(guessed, at('2026-11-23T10:00:00+07:00'), 1, wib);
    expect([over.dueOn, over.isEstimated]).toEqual(['2026-11-25', true]);
    expect(addWorkingDays(guessed, at('2026-11-24T10:00:00+07:00'), 1, wib).isEstimated).toBe(false);
  });

  test.each([0, -1, 1.5, Number.NaN, 10_001])('refuses %s days', (amount) => {
    expect(() => addWorkingDays(calendar, at('2026-11-20T10:00:00Z'), amount, wib)).toThrow(RangeError);
  });

  test('refuses an unknown zone and a moment that is none', () => {
    expect(() => addWorkingDays(calendar, at('2026-11-20T10:00:00Z'), 1, 'Asia/Padang')).toThrow(RangeError);
    expect(() => addWorkingDays(calendar, at('soon'), 1, wib)).toThrow(RangeError);
  });
});

describe('calendar days', () => {
  test('sixty of them count every day, holidays and New Year included', () => {
    const deadline = addCalendarDays(calendar, at('2026-11-20T21:30:00+07:00'), 60, wib);
    expect([deadline.dueOn, deadline.dueAt]).toEqual(['2027-01-19', at('2027-01-20T00:00:00+07:00')]);
    expect([deadline.countedDays.length, deadline.skippedDays]).toEqual([60, []]);
  });

  test('sixty over a leap February, in WIT', () => {
    const deadline = addCalendarDays(calendar, at('2028-01-01T08:00:00+09:00'), 60, wit);
    expect([deadline.dueOn, deadline.dueAt]).toEqual(['2028-03-01', at('2028-03-02T00:00:00+09:00')]);
  });

  test('do not depend on holidays, so they are never an estimate', () => {
    expect(addCalendarDays(calendar, at('2030-01-01T08:00:00+07:00'), 60, wib).isEstimated).toBe(false);
  });
});
