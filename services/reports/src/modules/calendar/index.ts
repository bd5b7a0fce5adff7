export { copyCalendar } from './copy-calendar.ts';
export { readCalendar } from './read-calendar.ts';
