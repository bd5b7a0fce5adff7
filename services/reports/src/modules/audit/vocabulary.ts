import { HISTORY_KINDS } from '../report/vocabulary.ts';

/** What is noted beside the entries of the history. */
export const READS_AND_MORE = [
  'CONTACT_READ',
  'DOCUMENT_READ',
  'HAND_OVER_OPENED',
  'HAND_OVER_LETTER_PRINTED',
  'SUPPORTED',
  'FOLLOWED',
  'UNFOLLOWED',
  'FILTER_SAVED',
  'FILTER_DELETED',
  'NOTE_ADDED',
  'ANSWER_APPROVAL_SET',
  'WORK_ORDER_CREATED',
  'WORK_ORDER_OPENED',
  'WORK_ORDER_EVIDENCE_ADDED',
  'WORK_ORDER_FINISHED',
  'WORK_ORDER_CANCELLED',
  'DRAFT_BEGUN',
  'TEMPLATE_SAVED',
  'TEMPLATE_RETIRED',
  'PLACE_CHANGED',
  'STAND_IN_CHANGED',
  'ACCOUNT_UNLINKED',
  'IDENTITY_ERASED',
  'FILED_ON_BEHALF',
  'CLAIMED',
  'NEW_CODE_SENT',
  'CODE_RENEWED',
  'NOTIFICATIONS_CHANGED',
  'SUSPECTED_JUNK',
  'RELEASED_FROM_JUNK',
  'OWN_DATA_EXPORTED',
  'ERASURE_REQUESTED',
  'RETAINED_NO_LONGER',
] as const;

/** Everything the audit knows of: each kind of history entry, and the above. */
export const AUDIT_ACTIONS = [...HISTORY_KINDS, ...READS_AND_MORE] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
