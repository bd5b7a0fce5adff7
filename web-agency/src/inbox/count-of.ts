import type { Bucket } from './buckets.ts';
import type { Counters } from './use-inbox-counters.ts';

/** How many reports a box holds; undefined where it is not counted, or not known yet. */
export function countOf(counters: Counters | undefined, bucket: Bucket): number | undefined {
  if (!counters) return undefined;
  return {
    TO_VERIFY: counters.toVerify,
    NEW: counters.new,
    WAITING_FOR_US: counters.waitingForUs,
    WAITING_FOR_CITIZEN: counters.waitingForCitizen,
    OVERDUE: counters.overdue,
    DONE: counters.done,
    // Each open report stands in one of these.
    OPEN: counters.new + counters.waitingForUs + counters.waitingForCitizen,
    ALL: undefined,
  }[bucket];
}
