import { STEP_KINDS, type PayloadOf, type ReportTransitioned, type StepKind } from '@lapor/events';
import type { DerivedClock } from './clock-kinds.ts';

/** A step of the administration that has ended, kept in time or not. */
export interface EndedStep {
  kind: StepKind;
  ordinal: number;
  /** From the root of the owner's government to the owner, as it was last told of; empty: the national desk. */
  path: readonly string[];
  endedAt: Date;
  isOnTime: boolean;
}

/** As other services are told of it. */
export type ToldStep = NonNullable<PayloadOf<'clock.next-due-changed'>['steps']>[number];

const isStep = (kind: string): kind is StepKind => (STEP_KINDS as readonly string[]).includes(kind);

/**
 * The steps of a report that have ended: fulfilled, or given away when they were late already. One that was given away in time is
 * nobody's, and one that was counted anew for another class goes on in its successor. Pure.
 */
export function endedSteps(
  events: readonly ReportTransitioned[],
  clocks: readonly DerivedClock[],
): EndedStep[] {
  const paths = new Map<string, readonly string[]>();
  for (const { assignments, desk } of events) {
    for (const { organisationId, path } of assignments) paths.set(organisationId, path);
    if (desk) paths.set(desk.organisationId, desk.path);
  }
  return clocks.flatMap((clock) => {
    const { kind, ordinal, organisationId, stoppedAt, outcome, dueAt, startedAt } = clock;
    if (!isStep(kind) || stoppedAt === null) return [];
    const isOnTime = stoppedAt < dueAt;
    const goesOn = clocks.some(
      (other) =>
        other.kind === kind && other.ordinal > ordinal && other.startedAt.getTime() === startedAt.getTime(),
    );
    if (outcome === 'CANCELLED' && (isOnTime || goesOn)) return [];
    const path = organisationId === null ? [] : (paths.get(organisationId) ?? [organisationId]);
    return [{ kind, ordinal, path, endedAt: stoppedAt, isOnTime }];
  });
}
