export { listCounted, COUNTED_EVENTS, COUNTED_PARTS, type CountedFilter } from './list-counted.ts';
export { reachOf, type CountedReach } from './reach.ts';
export { CountedReportQueries } from './resolver.ts';
