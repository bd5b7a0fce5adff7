import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test } from 'vitest';
import { isWorkingDay } from './calendar.ts';
import { workingDaysBetweenDates, workingDaysLeft } from './counting.ts';
import { addCalendarDays, addWorkingDays } from './deadline.ts';
import { decreedCalendar } from './decreed-calendar.fixture.ts';

const calendar = decreedCalendar();
const moment = fc.date({
  min: new Date('2010-06-01T00:00:00Z'),
  max: new Date('2029-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const amount = fc.integer({ min: 1, max: 70 });
const timeZone = fc.constantFrom(
  'Asia/Jakarta',
  'Asia/Pontianak',
  'Asia/Makassar',
  'Asia/Jayapura',
  'America/New_York',
);
const pause = fc
  .tuple(moment, fc.integer({ min: 0, max: 20 * 86_400_000 }))
  .map(([from, length]) => ({ from, until: new Date(from.getTime() + length) }));

describe('for any moment, length and zone', () => {
  test('exactly the asked number of days is counted, the last is due, and no day is left unexplained', () => {
    fc.assert(
      fc.property(
        moment,
        amount,
        timeZone,
        fc.array(pause, { maxLength: 3 }),
        (startedAt, days, zone, pauses) => {
          const deadline = addWorkingDays(calendar, startedAt, days, zone, { pauses });
          expect(deadline.countedDays).toHaveLength(days);
          expect(deadline.countedDays.every((date) => isWorkingDay(calendar, date))).toBe(true);
          expect(deadline.countedDays.at(-1)).toBe(deadline.dueOn);
          const explained = [
            ...deadline.countedDays,
            ...deadline.skippedDays.map((skipped) => skipped.date),
          ].sort();
          const start = Temporal.PlainDate.from(deadline.startedOn);
          const all = Array.from({ length: explained.length }, (_, index) =>
            start.add({ days: index + 1 }).toString(),
          );
          expect(explained).toEqual(all);
          expect(all.at(-1)).toBe(deadline.dueOn);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('the due moment is the local midnight after the due date, as Temporal has it', () => {
    fc.assert(
      fc.property(moment, amount, timeZone, (startedAt, days, zone) => {
        const deadline = addWorkingDays(calendar, startedAt, days, zone);
        const local = Temporal.Instant.fromEpochMilliseconds(startedAt.getTime()).toZonedDateTimeISO(zone);
        expect(deadline.startedOn).toBe(local.toPlainDate().toString());
        const midnight = Temporal.PlainDate.from(deadline.dueOn).add({ days: 1 }).toZonedDateTime(zone);
        expect(deadline.dueAt.getTime()).toBe(midnight.epochMilliseconds);
      }),
      { numRuns: 300 },
    );
  });

  test('later or longer is never due earlier', () => {
    fc.assert(
      fc.property(
        moment,
        fc.nat(40 * 86_400_000),
        amount,
        fc.nat(20),
        timeZone,
        (startedAt, later, days, more, zone) => {
          const first = addWorkingDays(calendar, startedAt, days, zone).dueAt.getTime();
          const laterStart = new Date(startedAt.getTime() + later);
          expect(addWorkingDays(calendar, laterStart, days, zone).dueAt.getTime()).toBeGreaterThanOrEqual(
            first,
          );
          const longer = addWorkingDays(calendar, startedAt, days + more, zone).dueAt.getTime();
          if (more > 0) expect(longer).toBeGreaterThan(first);
          else expect(longer).toBe(first);
        },
      ),
    );
  });

  test('a pause never brings a deadline forward, and calendar days never end after working days', () => {
    fc.assert(
      fc.property(moment, amount, timeZone, pause, (startedAt, days, zone, one) => {
        const plain = addWorkingDays(calendar, startedAt, days, zone);
        const paused = addWorkingDays(calendar, startedAt, days, zone, { pauses: [one] });
        expect(paused.dueAt.getTime()).toBeGreaterThanOrEqual(plain.dueAt.getTime());
        const calendarDays = addCalendarDays(calendar, startedAt, days, zone);
        expect(calendarDays.dueAt.getTime()).toBeLessThanOrEqual(plain.dueAt.getTime());
      }),
    );
  });

  test('the days between start and due are those that were asked for, and are left at the start', () => {
    fc.assert(
      fc.property(moment, amount, timeZone, (startedAt, days, zone) => {
        const { startedOn, dueOn, dueAt } = addWorkingDays(calendar, startedAt, days, zone);
        expect(workingDaysBetweenDates(calendar, startedOn, dueOn)).toBe(days);
        expect(workingDaysLeft(calendar, startedAt, dueAt, zone)).toBe(days);
      }),
    );
  });
});

describe('the zone of the process', () => {
  const own = process.env.TZ;
  afterEach(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  test('changes nothing', () => {
    const offsets = new Set<number>();
    const answers = ['UTC', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Jayapura'].map((zone) => {
      process.env.TZ = zone;
      offsets.add(new Date('2026-03-16T00:00:00Z').getTimezoneOffset());
      return addWorkingDays(decreedCalendar(), new Date('2026-03-16T15:30:00Z'), 5, 'Asia/Makassar');
    });
    // Else the test would show nothing.
    expect(offsets.size).toBe(4);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});
