import type { EventType } from '@lapor/events';

/** Who hears what of this service. */
export const SUBSCRIBERS = {
  reports: ['notification.held', 'notification.ended'],
  sla: ['letter.ended'],
} as const satisfies Record<string, readonly EventType[]>;
