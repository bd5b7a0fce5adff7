import type { AdminMessageId } from '../app/use-text.ts';

/** Services by what they do. */
export const SERVICE_WORDS = {
  reports: 'health.service.reports',
  organisations: 'health.service.organisations',
  sla: 'health.service.sla',
  identity: 'health.service.identity',
  channels: 'health.service.channels',
} as const satisfies Record<string, AdminMessageId>;

/** Work that stands in rows. */
export const WORK_WORDS = {
  SCANS: 'health.work.SCANS',
  SEALED_FILES: 'health.work.SEALED_FILES',
  ORGANISATION_CHANGES: 'health.work.ORGANISATION_CHANGES',
  LOST_CODES: 'health.work.LOST_CODES',
  SENT_CHANGES: 'health.work.SENT_CHANGES',
  MESSAGES: 'health.work.MESSAGES',
  SCHEDULED_CHANGES: 'health.work.SCHEDULED_CHANGES',
} as const satisfies Record<string, AdminMessageId>;

/** Whether there are words for a name; a newer server may tell of more. */
export const isKnown = <Words extends object>(words: Words, name: string): name is keyof Words & string =>
  Object.hasOwn(words, name);
