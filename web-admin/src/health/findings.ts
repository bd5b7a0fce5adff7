import type { JobState, OutboxState, ServiceState, WaitingState } from './read-health.ts';

/** A look that is later than this is not just a busy moment. */
const LATE_SECONDS = 120;
/** An event that waits longer than this does not just stand in line. */
const STALE_MINUTES = 5;

const minutesSince = (instant: string | null, now: string): number =>
  instant === null ? 0 : (Date.parse(now) - Date.parse(instant)) / 60_000;

/** Whether a person should look at a job: it failed last, is late, or work was given up. */
export const jobIsTroubled = ({ lastFailureCode, lateSeconds, givenUp }: JobState): boolean =>
  lastFailureCode !== null || lateSeconds > LATE_SECONDS || givenUp > 0;

export const outboxIsTroubled = ({ heldStreams, oldestAt }: OutboxState, now: string): boolean =>
  heldStreams > 0 || minutesSince(oldestAt, now) > STALE_MINUTES;

export const workIsTroubled = ({ failed }: WaitingState): boolean => failed > 0;

export type ServiceFinding = 'WELL' | 'TROUBLED' | 'SILENT';

/** What there is to say of a service in one word. */
export function findingOf(service: ServiceState, now: string): ServiceFinding {
  if (!service.answers) return 'SILENT';
  const isTroubled =
    service.jobs.some(jobIsTroubled) ||
    service.outbox.some((outbox) => outboxIsTroubled(outbox, now)) ||
    service.waiting.some(workIsTroubled);
  return isTroubled ? 'TROUBLED' : 'WELL';
}
