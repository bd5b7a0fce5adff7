import { HISTORY_KINDS } from '../report/vocabulary.ts';

/** What is noted beside the entries of the history. */
export const READS_AND_MORE = [
  'CONTACT_READ',
  'DOCUMENT_READ',
  'HAND_OVER_OPENED',
  'HAND_OVER_LETTER_PRINTED',
  'SUPPORTED',
  'PLACE_CHANGED',
  'STAND_IN_CHANGED',
  'ACCOUNT_UNLINKED',
  'IDENTITY_ERASED',
] as const;

/** Everything the audit knows of: each kind of history entry, and the above. */
export const AUDIT_ACTIONS = [...HISTORY_KINDS, ...READS_AND_MORE] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
