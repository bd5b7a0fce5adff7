import type { EventType } from '@lapor/events';

/** Which service hears which events of this one. */
export const SUBSCRIBERS = {
  sla: ['report.transitioned', 'report.identity-erased'],
  organisations: ['report.transitioned'],
  channels: ['report.transitioned', 'notification.requested', 'report.identity-erased'],
  // Followers are told after the change, not within it.
  reports: ['report.transitioned'],
} as const satisfies Record<string, readonly EventType[]>;
