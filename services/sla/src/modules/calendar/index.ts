export { createCalendars, type Calendars } from './repository.ts';
export { importHolidays } from './import-holidays.ts';
export {
  buildClosingDaysBook,
  createClosingDays,
  type ClosingDays,
  type ClosingDaysBook,
} from './closing-days.ts';
export { receiveClosingDays } from './receive-closing-days.ts';
export { calendarFor, type CalendarVersion } from './versions.ts';
export { CalendarResolver } from './resolver.ts';
export { SkippedDay } from './graphql.ts';
