export { calendarLoaders } from './loaders.ts';
export { ClosingDaysResolver } from './resolver.ts';
