export {
  type Holiday,
  type WorkingCalendar,
  buildCalendar,
  isWorkingDay,
  withClosingDays,
} from './calendar.ts';
export { workingDaysBetween, workingDaysBetweenDates, workingDaysLeft } from './counting.ts';
export {
  type Deadline,
  type DeadlineOptions,
  type SkippedDay,
  addCalendarDays,
  addWorkingDays,
} from './deadline.ts';
export type { LocalDate } from './local-day.ts';
export type { Pause } from './pause.ts';
export { type PointInTime, localDateAt, startOfLocalDate, timeZoneLabel } from './time-zone.ts';
