import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCalendar, type Holiday } from './calendar.ts';
import { addCalendarDays, addWorkingDays } from './deadline.ts';
import { decreedCalendar } from './decreed-calendar.fixture.ts';
import { slowDeadline } from './slow-deadline.fixture.ts';

const decreed = decreedCalendar();
const moment = fc.date({
  min: new Date('2022-06-01T00:00:00Z'),
  max: new Date('2028-06-01T00:00:00Z'),
  noInvalidDate: true,
});
/** Moments around local midnights, where rules differ by a second. */
const edge = fc
  .tuple(fc.integer({ min: 0, max: 2_000 }), fc.constantFrom(15, 16, 17), fc.constantFrom(-1, 0, 1))
  .map(([day, hour, second]) => new Date(Date.UTC(2022, 5, 1 + day, hour, 0, second)));
const anyMoment = fc.oneof(moment, edge);
const zone = fc.constantFrom(
  'Asia/Jakarta',
  'Asia/Pontianak',
  'Asia/Makassar',
  'Asia/Jayapura',
  'America/New_York',
);
const unit = fc.constantFrom('WORKING' as const, 'CALENDAR' as const);
const amount = fc.integer({ min: 1, max: 40 });
const pauses = fc.array(
  fc
    .tuple(anyMoment, fc.integer({ min: 0, max: 20 }), fc.constantFrom(0, 1, 43_200_000))
    .map(([from, days, more]) => ({ from, until: new Date(from.getTime() + days * 86_400_000 + more) })),
  { maxLength: 3 },
);
const holidays = fc
  .uniqueArray(
    fc.tuple(fc.integer({ min: 0, max: 1_000 }), fc.constantFrom<Holiday['status']>('OFFICIAL', 'ESTIMATED')),
    { maxLength: 120, selector: ([day]) => day },
  )
  .map((days): Holiday[] =>
    days.map(([day, status]) => ({
      date: new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10),
      name: `Libur ${day}`,
      kind: 'NATIONAL',
      status,
    })),
  );

describe('the engine and the slow implementation', () => {
  const add = (of: 'WORKING' | 'CALENDAR') => (of === 'WORKING' ? addWorkingDays : addCalendarDays);

  test('agree on every day under the decrees, with pauses, at any moment', () => {
    fc.assert(
      fc.property(anyMoment, amount, zone, unit, pauses, (startedAt, days, place, of, paused) => {
        // A pause before the clock started, or beyond its end, takes nothing that counts.
        expect(add(of)(decreed, startedAt, days, place, { pauses: paused })).toEqual(
          slowDeadline(decreed, startedAt, days, place, of, paused),
        );
      }),
      { numRuns: 400 },
    );
  });

  test('agree under any calendar', () => {
    fc.assert(
      fc.property(holidays, anyMoment, amount, zone, unit, (off, startedAt, days, place, of) => {
        const plain = { holidays: off, knownUntil: '2025-12-31' };
        expect(add(of)(buildCalendar({ version: 'x', ...plain }), startedAt, days, place)).toEqual(
          slowDeadline(plain, startedAt, days, place, of),
        );
      }),
      { numRuns: 300 },
    );
  });
});
