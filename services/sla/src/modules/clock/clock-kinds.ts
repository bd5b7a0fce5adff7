import { isDuty, type TimerClock } from '@lapor/events';

/** The clocks of a report, in the order in which people read them. */
export const CLOCK_KINDS = [
  'VERIFICATION',
  'FIRST_RESPONSE',
  'FOLLOW_UP',
  'RESOLUTION',
  'REPLY_TURN',
  'OUTER_LIMIT',
  'OMBUDSMAN',
  'POSTPONEMENT',
  'AUTO_CLOSE',
] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** Clocks that make something happen when they run out, instead of saying that somebody is late. */
export type TimerKind = TimerClock;
export const isTimer = (kind: ClockKind): kind is TimerKind => !isDuty(kind);

/**
 * Why a clock stood still: POSTPONED and INFORMATION_REQUESTED while the reporter was asked; RESULT between a result and the
 * dispute of it; RETURNED while the report was back at the national desk; CLOSED while the report was closed or archived.
 */
export type PauseReason = 'POSTPONED' | 'INFORMATION_REQUESTED' | 'RESULT' | 'RETURNED' | 'CLOSED';

/**
 * What set a clock going: the submission, the data that was missing (COMPLETION), a return, an appeal, the disposition, a result, the
 * reporter's reply, or the request for missing data (POSTPONEMENT).
 */
export const CLOCK_STARTS = [
  'SUBMISSION',
  'COMPLETION',
  'RETURN',
  'APPEAL',
  'DISPOSITION',
  'RESULT',
  'REPLY',
  'POSTPONEMENT',
] as const;
export type ClockStart = (typeof CLOCK_STARTS)[number];

/** A span in which a clock stood still, or stands still. */
export interface ClockPause {
  from: Date;
  /** Exclusive. Of an open pause the moment at which it ends at the latest. */
  until: Date;
  reason: PauseReason;
  /** Nothing has ended it yet: it may end before `until`. */
  isOpen: boolean;
}

/** A clock as derived from the report's history. */
export interface DerivedClock {
  /** `<report>:<kind>:<ordinal>`: the same in every derivation. */
  id: string;
  kind: ClockKind;
  /** 1 for the first clock of its kind in the report's life. */
  ordinal: number;
  /** The unit that has to act; `null` is the national desk. */
  organisationId: string | null;
  startedAt: Date;
  startedBy: ClockStart;
  /** Days are counted from here: the start, but for a resolution that the outer limit governs (the submission). */
  countedFrom: Date;
  stoppedAt: Date | null;
  /** How it stopped: by what it waits for, or by something that made it pointless. */
  outcome: 'FULFILLED' | 'CANCELLED' | null;
  timeZone: string;
  length: number;
  unit: 'WORKING' | 'CALENDAR';
  pauses: ClockPause[];
  /** Day of the outer limit, which the deadline may not pass; only of a resolution. */
  capOn: string | null;
  policyVersion: string;
  calendarId: number;
  /** The government whose closing days count; `null`: the national calendar alone. */
  governmentId: string | null;
  /** The version of these; `null`: none were told. */
  closingDaysId: number | null;
  /** Exclusive end: the local midnight after the last day. */
  dueAt: Date;
}
