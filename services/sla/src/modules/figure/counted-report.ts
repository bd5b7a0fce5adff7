import type { ReportTransitioned, StepKind } from '@lapor/events';

/** What figures are made of: one report as it stands. A row of `report_fact`, as far as it is counted. */
export interface CountedReport {
  reportId: string;
  /** The definition of the tables under which it is in them; 0 or absent: in none. Written as `FIGURES_VERSION`. */
  figuresVersion: number;
  state: ReportTransitioned['state'];
  reportKind: ReportTransitioned['reportKind'];
  reportClass: ReportTransitioned['reportClass'];
  channel: string;
  categoryId: string | null;
  regionCode: string | null;
  /** From the root of the lead's government to the lead; empty while nobody handles it. */
  leadPath: readonly string[];
  isConfidential: boolean;
  submittedAt: Date;
  firstFollowUpAt: Date | null;
  completedAt: Date | null;
  /** Of a report that is archived now. */
  archivedAt: Date | null;
  handedOverAt: Date | null;
  /** Of a duty of the administration; `null` when nothing is owed (timers are no duties). */
  nextDueAt: Date | null;
  nextDueClock: string | null;
  /** The reporter's last rating. */
  rating: number | null;
  disputeCount: number;
  /** Closed reports that were opened again (dispute, low rating, appeal). */
  reopenCount: number;
  obstacleCount: number;
  /** Promised days (plans, obstacles) by what became of them; one not yet due is in none. */
  promisesKept: number;
  promisesBroken: number;
  /** Of an archived report. */
  archiveReason: string | null;
  /** Each return: who gave the report back, and who leads since the disposition that followed (`null`: nobody yet). */
  hops: readonly { from: string; next: string | null; at: Date }[];
  /** Steps that have ended, by their owners; `null`: not read since they are counted. */
  steps: readonly CountedStep[] | null;
}

/** A step of the administration that has ended. */
export interface CountedStep {
  kind: StepKind;
  /** From the root of the owner's government to the owner; empty: the national desk. */
  path: readonly string[];
  endedAt: Date;
  isOnTime: boolean;
}
