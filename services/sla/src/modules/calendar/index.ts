export { createCalendars, type Calendars } from './repository.ts';
export { importHolidays } from './import-holidays.ts';
export { calendarFor, type CalendarVersion } from './versions.ts';
export { CalendarResolver } from './resolver.ts';
export { SkippedDay } from './graphql.ts';
