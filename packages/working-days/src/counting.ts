import { type WorkingCalendar, workingDaysUpTo } from './calendar.ts';
import { type LocalDate, dayNumberOf } from './local-day.ts';
import { type PointInTime, epochMillisecondsOf, localDayAt } from './time-zone.ts';

/** Working days after the date `from` up to and including the date `to`; negative if `to` is earlier. */
export function workingDaysBetweenDates(calendar: WorkingCalendar, from: LocalDate, to: LocalDate): number {
  return workingDaysUpTo(calendar, dayNumberOf(to)) - workingDaysUpTo(calendar, dayNumberOf(from));
}

/** As `workingDaysBetweenDates`, for the local dates of two moments. The day of the first is not counted. */
export function workingDaysBetween(
  calendar: WorkingCalendar,
  from: PointInTime,
  to: PointInTime,
  timeZone: string,
): number {
  const first = localDayAt(epochMillisecondsOf(from), timeZone);
  const last = localDayAt(epochMillisecondsOf(to), timeZone);
  return workingDaysUpTo(calendar, last) - workingDaysUpTo(calendar, first);
}

/**
 * Working days that remain after today, for a deadline with the exclusive end `dueAt`.
 * 0 on the last day (and when only days off remain); from `dueAt` on negative: -1 up to the end of the first
 * working day after the deadline, -2 on the second …
 * For a paused clock ask for the moment the pause began.
 */
export function workingDaysLeft(
  calendar: WorkingCalendar,
  now: PointInTime,
  dueAt: PointInTime,
  timeZone: string,
): number {
  const due = epochMillisecondsOf(dueAt);
  const nowMilliseconds = epochMillisecondsOf(now);
  const today = localDayAt(nowMilliseconds, timeZone);
  const lastDay = localDayAt(due - 1, timeZone);
  const remaining = workingDaysUpTo(calendar, lastDay) - workingDaysUpTo(calendar, today);
  if (nowMilliseconds < due) return remaining;
  return Math.min(remaining, -1);
}
