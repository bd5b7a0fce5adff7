/** How far a case is. The report's own state is another matter, and no case changes it. */
export const OVERSIGHT_STATES = [
  'OPENED',
  'CLARIFICATION_ASKED',
  'CLARIFICATION_GIVEN',
  'RECOMMENDATION',
  'CLOSED',
] as const;
export type OversightState = (typeof OVERSIGHT_STATES)[number];

/** Who opened it: the rule of 14 working days, the reporter, or the Ombudsman of its own accord. */
export const OVERSIGHT_ORIGINS = ['RULE', 'REPORTER', 'OMBUDSMAN'] as const;
export type OversightOrigin = (typeof OVERSIGHT_ORIGINS)[number];

/** What came of it. */
export const OVERSIGHT_OUTCOMES = [
  'FOLLOWED_UP',
  'RECOMMENDATION_FOLLOWED',
  'RECOMMENDATION_NOT_FOLLOWED',
  'NO_MALADMINISTRATION',
  'REPORT_ENDED',
] as const;
export type OversightOutcome = (typeof OVERSIGHT_OUTCOMES)[number];

/** What is written into the log of a case; the id of the case is the subject. */
export const CASE_ENTRY_KINDS = [
  'CASE_OPENED',
  'CASE_ASSIGNED',
  'CLARIFICATION_ASKED',
  'CLARIFICATION_GIVEN',
  'CASE_MESSAGE_WRITTEN',
  'CASE_RECOMMENDED',
  'CASE_CLOSED',
  'LETTER_DRAFTED',
  'LETTER_EDITED',
  'LETTER_APPROVED',
  'LETTER_SENT',
  'LETTER_FAILED',
  'LETTER_REPLIED',
] as const;
export type CaseEntryKind = (typeof CASE_ENTRY_KINDS)[number];

export const LETTER_STATES = ['DRAFT', 'APPROVED', 'SENT', 'FAILED', 'REPLIED'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** What a person may want to do with a case, beside reading it. */
export const CASE_ACTS = ['ask', 'clarify', 'write', 'assign', 'recommend', 'close'] as const;
export type CaseAct = (typeof CASE_ACTS)[number];

/** What the answer to a change says when it is refused though the viewer may. */
export type OversightRefusalCode =
  | 'CASE_CLOSED'
  | 'CLARIFICATION_PENDING'
  | 'NO_CLARIFICATION_PENDING'
  | 'OVERSIGHT_RUNS'
  | 'NOT_LATE'
  | 'REPORT_ENDED'
  | 'NOT_AN_OFFICE'
  | 'LETTER_NOT_NEEDED'
  | 'LETTER_STATE'
  | 'LETTER_CHANGED';
