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
  MESSAGES_HELD: 'health.work.MESSAGES_HELD',
  WEBHOOKS: 'health.work.WEBHOOKS',
  DESK_OF_DOORS: 'health.work.DESK_OF_DOORS',
  DOORS: 'health.work.DOORS',
  WORDINGS: 'health.work.WORDINGS',
  SCHEDULED_CHANGES: 'health.work.SCHEDULED_CHANGES',
} as const satisfies Record<string, AdminMessageId>;

/** What the services do by themselves. */
export const JOB_WORDS = {
  'apply-pending-changes': 'health.job.apply-pending-changes',
  'derive-again': 'health.job.derive-again',
  'erase-identities': 'health.job.erase-identities',
  'expire-hand-overs': 'health.job.expire-hand-overs',
  'find-due': 'health.job.find-due',
  'follow-masters': 'health.job.follow-masters',
  'follow-organisations': 'health.job.follow-organisations',
  'forget-requests': 'health.job.forget-requests',
  'learn-words': 'health.job.learn-words',
  'look-for-due-drafts': 'health.job.look-for-due-drafts',
  'look-for-programmes': 'health.job.look-for-programmes',
  'recalculate-open': 'health.job.recalculate-open',
  'record-heads': 'health.job.record-heads',
  'recount-clarifications': 'health.job.recount-clarifications',
  'recount-holds': 'health.job.recount-holds',
  retention: 'health.job.retention',
  'scan-waiting-files': 'health.job.scan-waiting-files',
  'release-held-messages': 'health.job.release-held-messages',
  'send-answer': 'health.job.send-answer',
  'send-code': 'health.job.send-code',
  'send-delivery': 'health.job.send-delivery',
  'send-digests': 'health.job.send-digests',
  'send-invitation': 'health.job.send-invitation',
  'send-new-codes': 'health.job.send-new-codes',
  'sort-junk': 'health.job.sort-junk',
  'take-over-name': 'health.job.take-over-name',
  'tell-admins-of-webhook': 'health.job.tell-admins-of-webhook',
  'tell-finished-years': 'health.job.tell-finished-years',
  'tell-followers-of-areas': 'health.job.tell-followers-of-areas',
  tidy: 'health.job.tidy',
  'work-off-door': 'health.job.work-off-door',
  'apply-boundaries': 'health.job.apply-boundaries',
  'apply-scheduled-changes': 'health.job.apply-scheduled-changes',
  'keep-adoption': 'health.job.keep-adoption',
  'remove-stale-evidence': 'health.job.remove-stale-evidence',
  'remove-stale-uploads': 'health.job.remove-stale-uploads',
  'forget-attempts': 'health.job.forget-attempts',
} as const satisfies Record<string, AdminMessageId>;

/** Whether there are words for a name; a newer server may tell of more. */
export const isKnown = <Words extends object>(words: Words, name: string): name is keyof Words & string =>
  Object.hasOwn(words, name);
