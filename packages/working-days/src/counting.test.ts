import { describe, expect, test } from 'vitest';
import { buildCalendar, isWorkingDay } from './calendar.ts';
import { workingDaysBetween, workingDaysBetweenDates, workingDaysLeft } from './counting.ts';
import { decreedCalendar } from './decreed-calendar.fixture.ts';
import { localDateAt, startOfLocalDate, timeZoneLabel } from './time-zone.ts';

const calendar = decreedCalendar();
const wib = 'Asia/Jakarta';
const at = (text: string) => new Date(`${text}+07:00`);

describe('days left', () => {
  // Due on Friday, 20 November 2026.
  const dueAt = at('2026-11-21T00:00');
  test.each([
    ['2026-11-16T08:00', 4],
    ['2026-11-19T23:59:59.999', 1],
    ['2026-11-20T00:00', 0],
    ['2026-11-20T23:59:59.999', 0],
    ['2026-11-21T00:00', -1],
    ['2026-11-22T12:00', -1],
    ['2026-11-23T08:00', -1],
    ['2026-11-24T08:00', -2],
    ['2026-11-30T08:00', -6],
  ])('at %s: %i', (now, left) => {
    expect(workingDaysLeft(calendar, at(now), dueAt, wib)).toBe(left);
  });

  test('over the Idul Fitri holidays of 2026 only five working days lie between 16 and 30 March', () => {
    expect(workingDaysLeft(calendar, at('2026-03-16T08:00'), at('2026-03-31T00:00'), wib)).toBe(5);
  });
});

describe('days between', () => {
  test.each([
    ['2026-11-20', '2026-11-25', 3],
    ['2026-11-25', '2026-11-20', -3],
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-20', '2026-11-22', 0],
    ['2026-03-16', '2026-03-30', 5],
    ['2025-12-23', '2026-01-02', 5],
    // 261 weekdays in 2026, less the days off that fall on them: January 2, February 2, March 5, April 1,
    // May 5, June 2, August 2, December 2.
    ['2025-12-31', '2026-12-31', 261 - 21],
    ['1969-12-28', '1970-01-04', 5],
  ])('%s to %s: %i', (from, to, days) => {
    expect(workingDaysBetweenDates(calendar, from, to)).toBe(days);
  });

  test('moments are taken by their local dates', () => {
    const from = at('2026-11-19T22:30');
    const to = at('2026-11-20T08:00');
    expect(workingDaysBetween(calendar, from, to, wib)).toBe(1);
    // In WIT it was already Friday.
    expect(workingDaysBetween(calendar, from, to, 'Asia/Jayapura')).toBe(0);
  });
});

describe('the calendar', () => {
  test.each([
    ['2026-11-20', true],
    ['2026-11-21', false],
    ['2026-12-24', false],
    ['2026-12-25', false],
    ['2031-06-02', true],
  ])('%s is a working day: %s', (date, expected) => {
    expect(isWorkingDay(calendar, date)).toBe(expected);
  });

  test.each(['2026-02-30', '2027-02-29', '20-01-2026', '2026-1-1', ''])('refuses the date %j', (date) => {
    const holidays = [{ date, name: 'x', kind: 'NATIONAL', status: 'OFFICIAL' }] as const;
    expect(() => buildCalendar({ version: 'x', knownUntil: '2026-12-31', holidays })).toThrow(RangeError);
  });

  test('refuses two holidays on one date', () => {
    const holiday = { date: '2026-01-01', name: 'x', kind: 'NATIONAL', status: 'OFFICIAL' } as const;
    const build = () =>
      buildCalendar({ version: 'x', knownUntil: '2026-12-31', holidays: [holiday, holiday] });
    expect(build).toThrow('Two holidays on 2026-01-01');
  });

  test('without any holiday only weekends are off', () => {
    const bare = buildCalendar({ version: 'bare', knownUntil: '2026-12-31', holidays: [] });
    expect(isWorkingDay(bare, '2026-01-01')).toBe(true);
    expect(isWorkingDay(bare, '1970-01-03')).toBe(false);
  });
});

describe('places', () => {
  test('a moment has the date of the place', () => {
    const moment = new Date('2026-11-20T16:30:00Z');
    expect(localDateAt(moment, wib)).toBe('2026-11-20');
    expect(localDateAt(moment, 'Asia/Makassar')).toBe('2026-11-21');
    expect(startOfLocalDate('2026-11-21', 'Asia/Jayapura')).toEqual(new Date('2026-11-20T15:00:00Z'));
  });

  test('before the zones of today the old offsets hold', () => {
    // West Kalimantan kept WITA until 1 January 1988.
    expect(localDateAt(new Date('1987-06-01T16:30:00Z'), 'Asia/Pontianak')).toBe('1987-06-02');
    expect(localDateAt(new Date('1988-06-01T16:30:00Z'), 'Asia/Pontianak')).toBe('1988-06-01');
  });

  test('zones have the names people use', () => {
    const zones = ['Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura', 'Europe/Berlin'];
    expect(zones.map(timeZoneLabel)).toEqual(['WIB', 'WIB', 'WITA', 'WIT', null]);
  });
});
