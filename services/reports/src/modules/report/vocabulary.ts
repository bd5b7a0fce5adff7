/** The words of the domain as they stand in tables, events and the graph (domain.md, "A report"). */
export const REPORT_KINDS = ['COMPLAINT', 'ASPIRATION', 'INFORMATION_REQUEST'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Set by the verifier; sets the length of the resolution clock. */
export const REPORT_CLASSES = [
  'INFORMATION_REQUEST',
  'ASPIRATION',
  'GRIEVANCE',
  'DISPUTE_WITHOUT_INSPECTION',
  'DISPUTE_WITH_INSPECTION',
] as const;
export type ReportClass = (typeof REPORT_CLASSES)[number];

export const REPORT_STATES = [
  'SUBMITTED',
  'POSTPONED',
  'DISPOSED',
  'IN_PROGRESS',
  'COMPLETED',
  'ARCHIVED',
] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export const REPORT_CHANNELS = [
  'WEB',
  'ANDROID',
  'IOS',
  'SMS',
  'X',
  'WHATSAPP',
  'EMAIL',
  'COUNTER',
  'API',
  'FACEBOOK',
] as const;
export type ReportChannel = (typeof REPORT_CHANNELS)[number];

export const ANSWER_KINDS = ['ACKNOWLEDGEMENT', 'PLAN', 'RESULT', 'OBSTACLE'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** "Not our authority" is never among them: that is a return. */
export const ARCHIVE_CODES = [
  'NOT_COMPLETED',
  'DUPLICATE',
  'REFERRED_OUTSIDE',
  'HATE_OR_HOAX',
  'SPAM',
  'WITHDRAWN',
] as const;
export type ArchiveCode = (typeof ARCHIVE_CODES)[number];

export const CLOSING_CODES = ['AUTOMATIC', 'CONFIRMED', 'NATIONAL_ADMIN'] as const;
export type ClosingCode = (typeof CLOSING_CODES)[number];

export const RETURN_REASONS = [
  'NOT_OUR_TASK',
  'OTHER_REGION',
  'OTHER_LEVEL',
  'UNIT_MERGED',
  'OTHER',
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** Why the platform took a report from one organisation to another. */
export const REASSIGNMENT_REASONS = ['MERGED', 'MOVED', 'RETIRED', 'UNSTAFFED'] as const;
export type ReassignmentReason = (typeof REASSIGNMENT_REASONS)[number];

/** Why the link to the head of an organisation ended. */
export const HAND_OVER_ENDS = ['STAFFED', 'LEFT', 'CLOSED', 'REVOKED', 'EXPIRED', 'REPLACED'] as const;
export type HandOverEnd = (typeof HAND_OVER_ENDS)[number];

export const ASSIGNMENT_ROLES = ['LEAD', 'CO_HANDLER'] as const;
export type AssignmentRole = (typeof ASSIGNMENT_ROLES)[number];

export const ACTOR_KINDS = ['CITIZEN', 'OFFICER', 'SYSTEM'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Whose turn it is while a report is with an agency. */
export type WaitsFor = 'VERIFIER' | 'AGENCY' | 'CITIZEN' | 'NOBODY';

export const HISTORY_KINDS = [
  'SUBMITTED',
  'COMPLETED_DATA',
  'VERIFIED',
  'POSTPONED',
  'ARCHIVED',
  'APPEALED',
  'RECLASSIFIED',
  'DISPOSED',
  'RETURNED',
  'ACKNOWLEDGED',
  'PLANNED',
  'RESULT',
  'OBSTACLE',
  'REPLIED',
  'INFORMATION_REQUESTED',
  'CLOSING_PROPOSED',
  'CONFIRMED',
  'COMPLETED',
  'DISPUTED',
  'RATED',
  'WITHDRAWN',
  'FLAGGED',
  'FLAG_REMOVED',
  'IDENTITY_REVEALED',
  'PUBLISHED',
  'WITHHELD',
  'MARKED_DUPLICATE',
  'REDACTED',
  'REASSIGNED',
  'HANDED_OVER',
  'HAND_OVER_ENDED',
] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];
