import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * What an instant says: HALF of the time of a duty is used, its LAST_DAY begins, it is missed (BREACH); a timed change of the report is
 * due (RUN_OUT); a promised day is over (PROMISE); an answer to the Ombudsman is missed (CLARIFICATION).
 */
export type TimerKind = 'HALF' | 'LAST_DAY' | 'BREACH' | 'RUN_OUT' | 'PROMISE' | 'CLARIFICATION';

/** Who sets timers: the derivation of a report's clocks, and the cases of the Ombudsman. Neither touches the other's. */
export type TimerSource = 'CLOCK' | 'CASE';

/** An instant at which something has to be done or said. */
export interface Timer {
  reportId: string;
  /** The clock, or what stands in its place; with the kind the key. */
  clockId: string;
  clockKind: string;
  kind: TimerKind;
  dueAt: Date;
  /** Who has to act; `null`: the national desk. */
  organisationId: string | null;
  /** Whether what it warns of still lasts. */
  runs: boolean;
}

/** A timer whose instant has come. */
export interface DueTimer extends Timer {
  /** Of the last transition of the report that is known. */
  sequence: number;
}

/**
 * What is done when timers are due, in the transaction that notes them; in the order of their instants. It runs once for each clock,
 * kind and instant, unless everything is rebuilt from nothing: whoever tells the world looks into what was told.
 */
export type DueHandler = (scope: DueScope, due: readonly DueTimer[]) => Promise<void>;
export interface DueScope {
  em: EntityManager;
  /** When it was found; a timer bears its own instant. */
  now: Date;
}
