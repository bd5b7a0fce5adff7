/**
 * Words, dates and numbers the applications share. The functions take the words of one language as their first
 * argument; the tables are separate entry points (`@lapor/wording/id`, `@lapor/wording/en`), so that a bundle
 * carries one language and loads the other when it is asked for.
 */
export type * from './words.ts';
export { dueDistance, type Due } from './due.ts';
export {
  formatAge,
  formatDay,
  formatDayOf,
  formatHour,
  formatMoment,
  formatTime,
  localDateOf,
  lastPromiseDay,
  nextDay,
  zoneLabel,
  type DayStyle,
} from './dates.ts';
export { formatMegabytes, formatNumber } from './numbers.ts';
export {
  fillPlaceholders,
  isPlaceholder,
  namesInBraces,
  PLACEHOLDERS,
  unknownPlaceholders,
  type Placeholder,
} from './placeholders.ts';
export { formatCalendar, formatPolicy } from './rules.ts';
export {
  formatAccessCode,
  formatReportNumber,
  parseAccessCode,
  parseNumberAndCode,
  parseReportNumber,
} from './report-codes.ts';
