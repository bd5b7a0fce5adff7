import type { EventType } from '@lapor/events';

/** Which service hears which of our events. */
export const SUBSCRIBERS = {
  organisations: ['account.changed'],
  reports: ['account.deleted'],
} as const satisfies Record<string, readonly EventType[]>;
