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
  'TELEGRAM',
] as const;
export type ReportChannel = (typeof REPORT_CHANNELS)[number];

export const ANSWER_KINDS = ['ACKNOWLEDGEMENT', 'PLAN', 'RESULT', 'OBSTACLE'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** How a result says that the matter ended; kept as the `reasonCode` of its entry. */
export const RESULT_OUTCOMES = ['SOLVED', 'PARTLY_SOLVED', 'CANNOT_BE_SOLVED'] as const;
export type ResultOutcome = (typeof RESULT_OUTCOMES)[number];

/** What stands in the way; kept as the `reasonCode` of an obstacle's entry. */
export const OBSTACLE_REASONS = [
  'BUDGET',
  'AUTHORITY',
  'WEATHER',
  'MATERIAL',
  'WAITING_FOR_OTHERS',
  'LEGAL',
  'OTHER',
] as const;
export type ObstacleReason = (typeof OBSTACLE_REASONS)[number];

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

export const CLOSING_CODES = ['AUTOMATIC', 'CONFIRMED', 'NATIONAL_ADMIN', 'WITH_MASTER'] as const;
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
export const REASSIGNMENT_REASONS = ['MERGED', 'MOVED', 'RETIRED', 'UNSTAFFED', 'RIGHT_ENDED'] as const;
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
  'CO_HANDLERS_CHANGED',
  'LEAD_CHANGED',
  'RETURNED',
  'ACKNOWLEDGED',
  'PLANNED',
  'RESULT',
  'OBSTACLE',
  'CORRECTED',
  'ANSWER_PROPOSED',
  'ANSWER_REJECTED',
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
  'UNMARKED_DUPLICATE',
  'REDACTED',
  'REASSIGNED',
  'HANDED_OVER',
  'HAND_OVER_ENDED',
  'MESSAGE',
] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

/** Whether a scanner looked into a file; one that it found harmful is not kept. */
export const SCAN_STATES = ['CLEAN', 'NOT_SCANNED', 'INFECTED'] as const;
export type ScanState = (typeof SCAN_STATES)[number];

/** What an officer may open of an inbox: the lists in which reports stand, and those that cut across them (OVERDUE, OPEN, ALL). */
export const INBOX_LISTS = [
  'TO_VERIFY',
  'NEW',
  'WAITING_FOR_US',
  'WAITING_FOR_CITIZEN',
  'OVERDUE',
  'DONE',
  'OPEN',
  'ALL',
] as const;
export type InboxList = (typeof INBOX_LISTS)[number];
