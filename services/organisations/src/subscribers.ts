import type { EventType } from '@lapor/events';

/** Which service hears which of our events. */
export const SUBSCRIBERS = {
  reports: ['organisation.changed', 'officer.posts-changed'],
  sla: ['organisation.changed', 'organisation.calendar-changed'],
  identity: ['officer.posts-changed', 'officer.invited', 'officer.renamed'],
} as const satisfies Record<string, readonly EventType[]>;
