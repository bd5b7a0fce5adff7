import type { EventType } from '@lapor/events';

/** Who hears what of this service. */
export const SUBSCRIBERS: Readonly<Record<string, readonly EventType[]>> = {
  reports: ['clock.next-due-changed', 'clock.due-reached', 'calendar.changed'],
  channels: ['notification.requested'],
};
