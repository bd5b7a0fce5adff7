export { createCalendars, type Calendars } from './repository.ts';
export { importHolidays } from './import-holidays.ts';
export { rebuildCalendar } from './rebuild-calendar.ts';
export { tellCalendar } from './tell-calendar.ts';
export {
  buildClosingDaysBook,
  createClosingDays,
  type ClosingDays,
  type ClosingDaysBook,
} from './closing-days.ts';
export { receiveClosingDays } from './receive-closing-days.ts';
export { calendarFor, type CalendarVersion } from './versions.ts';
export { CalendarResolver } from './resolver.ts';
export { CalendarChangesResolver } from './changes-resolver.ts';
export { decide as decideCalendar } from './authority.ts';
export type { ClosingDaysRow } from './closing-days.ts';
export { SkippedDay } from './graphql.ts';
