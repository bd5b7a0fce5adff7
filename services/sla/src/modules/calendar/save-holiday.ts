import { accepted, day, requestKey, typed, type Outcome } from '@lapor/request';
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
import { changesBetween } from './changes.ts';

const schema = z.object({
  requestKey,
  date: day,
  name: typed(3, 120),
  kind: z.enum(['NATIONAL', 'JOINT_LEAVE']),
  status: z.enum(['OFFICIAL', 'ESTIMATED']),
  decree: typed(3, 200),
});

/**
 * Adds a day off, or says otherwise what one is: a version of its own; clocks that run are counted anew. The national desk.
 * Refuses with CALENDAR_UNCHANGED, NO_DECREED_YEAR, faults of the input, or NOT_FOUND.
 */
export function saveHoliday(
  dependencies: UseCaseDependencies,
  input: unknown,
  viewer: Viewer,
): Promise<Outcome<CalendarAnswer, CalendarRefusal>> {
  return enter(dependencies, viewer, { operation: 'saveHoliday', schema, input }, async (scope) => {
    const { date, name, kind, status, decree } = scope.input;
    return changeCalendar(scope, viewer, decree, (present) => {
      const fault = checkYear(Number(date.slice(0, 4)), scope.at, 'input.date');
      if (!fault.ok) return fault;
      const before = findDay(present, date);
      return accepted(changesBetween(before ? [before] : [], [{ date, name, kind, status, source: decree }]));
    });
  });
}
