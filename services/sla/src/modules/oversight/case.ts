import type { DayUnit } from '../policy/index.ts';
import type { LetterState, OversightOrigin, OversightOutcome, OversightState } from './vocabulary.ts';

/** A clarification that the Ombudsman asked for, with what its deadline is counted from. */
export interface Clarification {
  /** `<case>:CLARIFICATION:<ordinal>`: the same in every derivation. */
  id: string;
  askedAt: Date;
  /** Who was asked; `null`: the national desk. */
  organisationId: string | null;
  givenAt: Date | null;
  /** When it was no longer waited for: given, or the case went on without. */
  endedAt: Date | null;
  /** Exclusive end: the local midnight after the last day. */
  dueAt: Date;
  length: number;
  unit: DayUnit;
  timeZone: string;
  policyVersion: string;
  calendarId: number;
  governmentId: string | null;
  closingDaysId: number | null;
}

/** A case of the Ombudsman, as folded from its entries; a row of `oversight_case`. */
export interface OversightCase {
  /** `<report>-<ordinal>`: the same in every derivation. */
  id: string;
  reportId: string;
  ordinal: number;
  openedAt: Date;
  openedBy: OversightOrigin;
  state: OversightState;
  officeId: string;
  /** The last one. */
  clarification: Clarification | null;
  recommendedAt: Date | null;
  closedAt: Date | null;
  outcome: OversightOutcome | null;
  changedAt: Date;
}

/** A letter to the highest official; a row of `oversight_letter`. */
export interface OversightLetter {
  /** `<case>-<ordinal>`. */
  id: string;
  caseId: string;
  reportId: string;
  state: LetterState;
  /** Whose head it goes to. */
  addresseeId: string;
  draftedAt: Date;
  /** When the clarification was missed. */
  missedAt: Date;
  /** 1 as it was drafted, one more with each edit. */
  version: number;
  /** As a person wrote them; `null`: as the platform does. */
  paragraphs: string[] | null;
  /** Of an approved one: its place in the year, and all that is printed. */
  year: number | null;
  sequence: number | null;
  content: Record<string, unknown> | null;
  approvedAt: Date | null;
  sentAt: Date | null;
  failure: string | null;
  repliedAt: Date | null;
}

export const caseIdOf = (reportId: string, ordinal: number): string => `${reportId}-${ordinal}`;
/** The report of a case; any other text leads nowhere. */
export const reportIdOf = (caseId: string): string => caseId.replace(/-\d{1,3}$/, '');
