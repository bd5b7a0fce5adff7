import type { ReportClass } from '../policy/index.ts';
import type { ClockKind, ClockStart, PauseReason } from './clock-kinds.ts';

/** Who has to act, and whose days are counted. */
export interface Owner {
  organisationId: string | null;
  timeZone: string;
  /** Whose closing days are off as well; `null` for the national desk. */
  governmentId: string | null;
}

/** A clock before its deadline is counted: when it ran, for whom, and when it stood still for reasons of its own. */
export interface Span extends Owner {
  kind: ClockKind;
  ordinal: number;
  startedAt: Date;
  startedBy: ClockStart;
  stoppedAt: Date | null;
  outcome: 'FULFILLED' | 'CANCELLED' | null;
  /** What a resumption would name as the reason of the time between. */
  stoppedFor: PauseReason | null;
  standing: { from: Date; until: Date; reason: PauseReason }[];
  /** Of a resolution. */
  reportClass: ReportClass | null;
  /** Whose clock it was when it started: their kind of government decides how long it runs, whoever takes over. */
  readonly startedFor: string | null;
}

export const isRunning = (span: Span | undefined): span is Span =>
  span !== undefined && span.stoppedAt === null;

/** The time for which a report as a whole waited for its reporter; `until` is `null` while it does. */
export interface Waiting {
  from: Date;
  until: Date | null;
}

/** All clocks of a report so far, and the three things that happen to a clock. */
export interface Spans {
  readonly all: readonly Span[];
  latest(kind: ClockKind): Span | undefined;
  start(
    kind: ClockKind,
    at: Date,
    startedBy: ClockStart,
    owner: Owner,
    reportClass?: ReportClass | null,
  ): Span;
  /** Does nothing to a clock that does not run. */
  stop(span: Span | undefined, at: Date, outcome: 'FULFILLED' | 'CANCELLED', stoppedFor?: PauseReason): void;
  /** Lets a stopped clock go on. With `pausing` the time since does not count, without it the clock has run all along. */
  resume(span: Span | undefined, at: Date, pausing: boolean): void;
  /** The same clock once more, for another class; the old one is kept as it was. */
  supersede(span: Span, at: Date, reportClass: ReportClass): Span;
}

export function createSpans(): Spans {
  const all: Span[] = [];
  const add = (span: Omit<Span, 'ordinal'>): Span => {
    const ordinal = all.filter(({ kind }) => kind === span.kind).length + 1;
    const added = { ...span, ordinal };
    all.push(added);
    return added;
  };
  const spans: Spans = {
    all,
    latest: (kind) => all.findLast((span) => span.kind === kind),
    start: (kind, at, startedBy, owner, reportClass = null) =>
      add({
        kind,
        organisationId: owner.organisationId,
        timeZone: owner.timeZone,
        governmentId: owner.governmentId,
        startedAt: at,
        startedBy,
        stoppedAt: null,
        outcome: null,
        stoppedFor: null,
        standing: [],
        reportClass,
        startedFor: owner.governmentId,
      }),
    stop(span, at, outcome, stoppedFor) {
      if (!isRunning(span)) return;
      Object.assign(span, { stoppedAt: at, outcome, stoppedFor: stoppedFor ?? null });
    },
    resume(span, at, pausing) {
      if (!span?.stoppedAt) return;
      if (pausing)
        span.standing.push({ from: span.stoppedAt, until: at, reason: span.stoppedFor ?? 'CLOSED' });
      Object.assign(span, { stoppedAt: null, outcome: null, stoppedFor: null });
    },
    supersede(span, at, reportClass) {
      const next = add({ ...span, standing: [...span.standing], reportClass });
      spans.stop(span, at, 'CANCELLED');
      return next;
    },
  };
  return spans;
}
