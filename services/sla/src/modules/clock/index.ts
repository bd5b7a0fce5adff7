export { deriveClocks, type RuleBook } from './derive-clocks.ts';
export type { ClockKind, ClockPause, DerivedClock } from './clock-kinds.ts';
export { nextDueOf, type NextDue } from './next-due.ts';
export type { History } from './read-history.ts';
export { createClockLoader, type ClockLoader } from './loader.ts';
export { Organisation, Report } from './graphql.ts';
export { ReportClocksResolver } from './resolver.ts';
