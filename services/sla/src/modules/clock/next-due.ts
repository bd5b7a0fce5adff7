import { CLOCK_KINDS, type ClockKind, type DerivedClock } from './clock-kinds.ts';

/** What lists show of a report's clocks. */
export interface NextDue {
  nextDueAt: Date | null;
  nextDueClock: ClockKind | null;
  /** When silence will close the report. */
  closesAutomaticallyAt: Date | null;
}

type Running = Pick<DerivedClock, 'kind' | 'stoppedAt' | 'dueAt'>;

/** Duties of the administration. The Ombudsman's clock is left out: what it waits for is due earlier by the follow-up. */
const DUTIES: readonly ClockKind[] = [
  'VERIFICATION',
  'FIRST_RESPONSE',
  'FOLLOW_UP',
  'RESOLUTION',
  'REPLY_TURN',
  'OUTER_LIMIT',
];

/**
 * The clock to look at first. A postponed report waits for its reporter only; else the earliest duty counts, of two that end together
 * the one that people read first; auto-close when nobody owes anything.
 */
export function nextClockOf<Clock extends Running>(clocks: readonly Clock[]): Clock | null {
  const running = clocks.filter(({ stoppedAt }) => stoppedAt === null);
  const ofKind = (kind: ClockKind) => running.find((clock) => clock.kind === kind);
  const duties = running
    .filter(({ kind }) => DUTIES.includes(kind))
    .sort(
      (a, b) =>
        a.dueAt.getTime() - b.dueAt.getTime() || CLOCK_KINDS.indexOf(a.kind) - CLOCK_KINDS.indexOf(b.kind),
    );
  return ofKind('POSTPONEMENT') ?? duties[0] ?? ofKind('AUTO_CLOSE') ?? null;
}

/** The same as facts for lists. */
export function nextDueOf(clocks: readonly Running[]): NextDue {
  const next = nextClockOf(clocks);
  const autoClose = clocks.find(({ kind, stoppedAt }) => kind === 'AUTO_CLOSE' && stoppedAt === null);
  return {
    nextDueAt: next?.dueAt ?? null,
    nextDueClock: next?.kind ?? null,
    closesAutomaticallyAt: autoClose?.dueAt ?? null,
  };
}
