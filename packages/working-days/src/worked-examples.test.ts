import { describe, expect, test } from 'vitest';
import { addCalendarDays, addWorkingDays } from './deadline.ts';
import { decreedCalendar } from './decreed-calendar.fixture.ts';
import { workedExamples } from './worked-examples.fixture.ts';

const calendar = decreedCalendar();
const examples = workedExamples();

describe('the worked examples', () => {
  test('are at least two hundred different ones, in all zones, of the decrees 2024 to 2026', () => {
    const asked = examples.map(({ startedAt, timeZone, amount, unit }) =>
      [startedAt, timeZone, amount, unit].join(' '),
    );
    expect(new Set(asked).size).toBeGreaterThanOrEqual(200);
    expect(new Set(examples.map(({ timeZone }) => timeZone))).toEqual(
      new Set(['Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura']),
    );
    // Every day off of the three years that falls on Monday to Friday is stepped over somewhere.
    const met = new Set(examples.flatMap(({ namedDaysOff }) => namedDaysOff.map((day) => day.slice(0, 10))));
    const decreed = calendar.holidays.filter(({ date }) => date >= '2024' && date < '2027');
    expect(decreed.filter(({ date }) => !met.has(date)).map(({ date }) => date)).toEqual([]);
  });

  test.each(examples)('$about: $amount $unit days from $startedAt in $timeZone', (example) => {
    const add = example.unit === 'WORKING' ? addWorkingDays : addCalendarDays;
    const deadline = add(calendar, new Date(example.startedAt), example.amount, example.timeZone);
    const named = deadline.skippedDays.filter(({ reason }) => reason !== 'WEEKEND');
    expect({
      dueOn: deadline.dueOn,
      dueAt: deadline.dueAt,
      counted: deadline.countedDays.length,
      weekendDays: deadline.skippedDays.length - named.length,
      namedDaysOff: named.map(({ date, reason }) => `${date} ${reason}`),
      isEstimated: deadline.isEstimated,
    }).toEqual({
      dueOn: example.dueOn,
      dueAt: new Date(example.dueAt),
      counted: example.amount,
      weekendDays: example.weekendDays,
      namedDaysOff: example.namedDaysOff,
      isEstimated: example.isEstimated,
    });
  });
});
