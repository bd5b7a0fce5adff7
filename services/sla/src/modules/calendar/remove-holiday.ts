import { accepted, day, refused, requestKey, typed, type Outcome } from '@lapor/request';
import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { enter, type UseCaseDependencies } from '../entry/index.ts';
import {
  changeCalendar,
  checkYear,
  findDay,
  type CalendarAnswer,
  type CalendarRefusal,
} from './change-calendar.ts';

const schema = z.object({ requestKey, date: day, decree: typed(3, 200) });

/**
 * Lets a day be a working day again: a version of its own; clocks that run are counted anew. The national desk.
 * Refuses with HOLIDAY_UNKNOWN, NO_DECREED_YEAR, faults of the input, or NOT_FOUND.
 */
export function removeHoliday(
  dependencies: UseCaseDependencies,
  input: unknown,
  viewer: Viewer,
): Promise<Outcome<CalendarAnswer, CalendarRefusal>> {
  return enter(dependencies, viewer, { operation: 'removeHoliday', schema, input }, async (scope) => {
    const { date, decree } = scope.input;
    return changeCalendar(scope, viewer, decree, (present) => {
      const fault = checkYear(Number(date.slice(0, 4)), scope.at, 'input.date');
      if (!fault.ok) return fault;
      const before = findDay(present, date);
      if (!before) return refused('HOLIDAY_UNKNOWN', 'The calendar does not have this day off', 'date');
      return accepted([{ date, before, after: null }]);
    });
  });
}
