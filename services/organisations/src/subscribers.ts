import type { EventType } from '@lapor/events';

/** Which service hears which of our events. */
export const SUBSCRIBERS = {
  reports: ['organisation.changed'],
  sla: ['organisation.changed', 'organisation.calendar-changed'],
  identity: ['officer.posts-changed', 'officer.invited'],
} as const satisfies Record<string, readonly EventType[]>;
