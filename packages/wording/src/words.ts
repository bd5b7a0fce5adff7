// The values of the graph's enums, spelled here so that this package needs no generated file. Applications index
// these tables with typed query results: a value that is missing here fails their type check.
export type ReportState = 'SUBMITTED' | 'POSTPONED' | 'DISPOSED' | 'IN_PROGRESS' | 'COMPLETED' | 'ARCHIVED';
export type ReportKind = 'COMPLAINT' | 'ASPIRATION' | 'INFORMATION_REQUEST';
export type ReportClass =
  | 'INFORMATION_REQUEST'
  | 'ASPIRATION'
  | 'GRIEVANCE'
  | 'DISPUTE_WITHOUT_INSPECTION'
  | 'DISPUTE_WITH_INSPECTION';
export type ReportChannel =
  | 'WEB'
  | 'ANDROID'
  | 'IOS'
  | 'SMS'
  | 'X'
  | 'WHATSAPP'
  | 'EMAIL'
  | 'COUNTER'
  | 'API'
  | 'FACEBOOK'
  | 'TELEGRAM';
export type ArchiveCode =
  'NOT_COMPLETED' | 'DUPLICATE' | 'REFERRED_OUTSIDE' | 'HATE_OR_HOAX' | 'SPAM' | 'WITHDRAWN';
export type ReturnReason = 'NOT_OUR_TASK' | 'OTHER_REGION' | 'OTHER_LEVEL' | 'UNIT_MERGED' | 'OTHER';
export type AnswerKind = 'ACKNOWLEDGEMENT' | 'PLAN' | 'RESULT' | 'OBSTACLE';
export type ResultOutcome = 'SOLVED' | 'PARTLY_SOLVED' | 'CANNOT_BE_SOLVED';
export type ObstacleReason =
  'BUDGET' | 'AUTHORITY' | 'WEATHER' | 'MATERIAL' | 'WAITING_FOR_OTHERS' | 'LEGAL' | 'OTHER';
export type ClockKind =
  | 'VERIFICATION'
  | 'FIRST_RESPONSE'
  | 'FOLLOW_UP'
  | 'RESOLUTION'
  | 'OUTER_LIMIT'
  | 'REPLY_TURN'
  | 'OMBUDSMAN'
  | 'AUTO_CLOSE'
  | 'POSTPONEMENT';
export type ClockStatus = 'RUNNING' | 'PAUSED' | 'MET' | 'MISSED' | 'CANCELLED';
export type Urgency = 'ON_TIME' | 'SOON' | 'LAST_DAY' | 'OVERDUE';

export type DayUnit = 'WORKING' | 'CALENDAR';
export type HistoryKind =
  | 'SUBMITTED'
  | 'COMPLETED_DATA'
  | 'VERIFIED'
  | 'POSTPONED'
  | 'ARCHIVED'
  | 'APPEALED'
  | 'RECLASSIFIED'
  | 'DISPOSED'
  | 'CO_HANDLERS_CHANGED'
  | 'LEAD_CHANGED'
  | 'RETURNED'
  | 'ACKNOWLEDGED'
  | 'PLANNED'
  | 'RESULT'
  | 'OBSTACLE'
  | 'CORRECTED'
  | 'ANSWER_PROPOSED'
  | 'ANSWER_REJECTED'
  | 'REPLIED'
  | 'INFORMATION_REQUESTED'
  | 'CLOSING_PROPOSED'
  | 'CONFIRMED'
  | 'COMPLETED'
  | 'DISPUTED'
  | 'RATED'
  | 'WITHDRAWN'
  | 'FLAGGED'
  | 'FLAG_REMOVED'
  | 'IDENTITY_REVEALED'
  | 'PUBLISHED'
  | 'WITHHELD'
  | 'MARKED_DUPLICATE'
  | 'UNMARKED_DUPLICATE'
  | 'REDACTED'
  | 'REASSIGNED'
  | 'HANDED_OVER'
  | 'HAND_OVER_ENDED'
  | 'MESSAGE';
export type HandOverState =
  'WAITING' | 'SENT' | 'LETTER_NEEDED' | 'OPENED' | 'ANSWERED' | 'EXPIRED' | 'REVOKED' | 'ENDED';

/** What a sentence about one entry of a report's history needs to know. */
export interface HistoryFacts {
  kind: HistoryKind;
  actorKind: 'CITIZEN' | 'OFFICER' | 'SYSTEM';
  /** The reader is the reporter: the sentence says "Anda". */
  toReporter: boolean;
  /** Name of the unit the actor acted for; of a reassignment the one from which the report went. */
  organisation?: string | null;
  /** Name of the target of a disposition, return, reassignment or hand-over; of a stand-in's answer the unit for which it was given. */
  toOrganisation?: string | null;
  /** Archive code, return reason, closing code, outcome of a result, reason of an obstacle, of a reassignment or of the end of a hand-over. */
  reasonCode?: string | null;
}

/** What lists and dates need: `@lapor/wording/id-basic` or `@lapor/wording/en-basic`. */
export interface BasicWords {
  /** BCP 47, for Intl. */
  locale: 'id-ID' | 'en-GB';
  states: Record<ReportState, string>;
  kinds: Record<ReportKind, string>;
  today: string;
  justNow: string;
}

/** All shared words of one language. Load one language at a time: `@lapor/wording/id` or `@lapor/wording/en`. */
export interface Words extends BasicWords {
  classes: Record<ReportClass, string>;
  channels: Record<ReportChannel, string>;
  archiveCodes: Record<ArchiveCode, string>;
  returnReasons: Record<ReturnReason, string>;
  answerKinds: Record<AnswerKind, string>;
  resultOutcomes: Record<ResultOutcome, string>;
  obstacleReasons: Record<ObstacleReason, string>;
  clocks: Record<ClockKind, string>;
  /** Lower case, for the line under a due chip. */
  clocksShort: Record<ClockKind, string>;
  clockStatuses: Record<ClockStatus, string>;
  /** How the hand-over to the head of an organisation stands. */
  handOverStates: Record<HandOverState, string>;
  /** Why a clock stood still. */
  pauses: Record<string, string>;
  /** Monday first, two letters at most. */
  weekdays: readonly [string, string, string, string, string, string, string];
  weekend: string;
  overdue: string;
  daysLeft: (days: number, unit: DayUnit) => string;
  overdueBy: (days: number, unit: DayUnit) => string;
  workingDays: (days: number) => string;
  calendarDays: (days: number) => string;
  history: (facts: HistoryFacts) => string;
}
