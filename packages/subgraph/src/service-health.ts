import type { OutboxHealth } from '@lapor/events';
import type { JobHealth } from '@lapor/jobs/health';

/** Work of a service that stands in its own rows. */
export interface WaitingWork {
  name: string;
  waiting: number;
  /** What was given up, or has failed in a way that a person should look at. */
  failed: number;
  /** Since when the oldest waits; ISO 8601. */
  oldestAt: string | null;
}

/** How a service does behind its answers, for whoever operates the platform. Counts, times and codes; nothing of anybody. */
export interface ServiceHealth {
  jobs: readonly JobHealth[];
  outbox: readonly OutboxHealth[];
  waiting: readonly WaitingWork[];
}
