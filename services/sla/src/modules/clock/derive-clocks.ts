import type { ReportTransitioned } from '@lapor/events';
import { localDateAt, type WorkingCalendar } from '@lapor/working-days';
import { calendarFor, type CalendarVersion, type ClosingDaysBook } from '../calendar/index.ts';
import {
  limitOf,
  policyOf,
  resolutionLimitOf,
  type Limit,
  type OrganisationKind,
  type Policy,
} from '../policy/index.ts';
import { CLOCK_KINDS, type ClockPause, type DerivedClock } from './clock-kinds.ts';
import { countDeadline, type ClockDeadline } from './deadline.ts';
import { instantsOf, type ClockInstant } from './instants.ts';
import { readHistory, type History } from './read-history.ts';
import type { Span, Waiting } from './span.ts';

/** All versions of what deadlines are counted with. */
export interface RuleBook {
  policies: readonly Policy[];
  /** Oldest first. */
  calendars: readonly CalendarVersion[];
  /** Of governments. */
  closingDays: ClosingDaysBook;
  /** Kinds of governments and K/L by their ids; needed only where a policy tells them apart. */
  governmentKinds?: ReadonlyMap<string, OrganisationKind>;
}

export interface Derivation {
  clocks: DerivedClock[];
  /** Of each clock by its id. */
  instants: ReadonlyMap<string, ClockInstant[]>;
  history: History;
}

/**
 * All clocks of a report, from nothing but its events and the rules: the same events give the same clocks at any time.
 * Running and paused clocks bear the deadline that holds if nothing more happens; a pause that lasts is taken to its longest.
 * @param events of one report, by ascending sequence, from the submission on.
 */
export function deriveClocks(events: readonly ReportTransitioned[], rules: RuleBook): Derivation {
  const reportId = events[0]!.reportId;
  const history = readHistory(events);
  const outerLimit = history.spans.find(({ kind }) => kind === 'OUTER_LIMIT');
  const instants = new Map<string, ClockInstant[]>();
  const built = (span: Span, outer: DerivedClock | null) => {
    const { clock, deadline } = build(reportId, span, history, rules, outer);
    instants.set(clock.id, instantsOf(clock, deadline));
    return clock;
  };
  const outer = outerLimit && built(outerLimit, null);
  const clocks = history.spans.map((span) => (span === outerLimit ? outer! : built(span, outer ?? null)));
  const place = ({ kind }: DerivedClock) => CLOCK_KINDS.indexOf(kind);
  clocks.sort((a, b) => place(a) - place(b) || a.ordinal - b.ordinal);
  return { clocks, instants, history };
}

function build(
  reportId: string,
  span: Span,
  history: History,
  rules: RuleBook,
  outer: DerivedClock | null,
): { clock: DerivedClock; deadline: ClockDeadline } {
  const policy = policyOf(rules.policies, span);
  const governmentKind = (span.startedFor && rules.governmentKinds?.get(span.startedFor)) || null;
  const national = calendarFor(rules.calendars, span.stoppedAt);
  const closingDaysId = rules.closingDays.versionFor(span.governmentId, span.stoppedAt);
  const calendar = rules.closingDays.calendarOf(national, span.governmentId, closingDaysId);
  const own = lengthOf(span, policy, governmentKind);
  const pauses = pausesOf(span, history, policy, calendar, governmentKind);
  const counted = {
    countedFrom: own || !outer ? span.startedAt : outer.countedFrom,
    length: own?.days ?? outer?.length ?? 0,
    unit: own?.unit ?? outer?.unit ?? 'CALENDAR',
    timeZone: span.timeZone,
    pauses,
    capOn: span.kind === 'RESOLUTION' && outer ? dueOn(outer) : null,
  } as const;
  const deadline = countDeadline(counted, calendar);
  const clock: DerivedClock = {
    id: `${reportId}:${span.kind}:${span.ordinal}`,
    kind: span.kind,
    ordinal: span.ordinal,
    organisationId: span.organisationId,
    startedAt: span.startedAt,
    // Where the outer limit governs, the days are counted from the submission.
    startedBy: own || !outer ? span.startedBy : outer.startedBy,
    stoppedAt: span.stoppedAt,
    outcome: span.outcome,
    policyVersion: policy.version,
    calendarId: national.id,
    governmentId: span.governmentId,
    closingDaysId,
    ...counted,
    dueAt: deadline.dueAt,
  };
  return { clock, deadline };
}

/** `null`: the outer limit. */
function lengthOf(
  { kind, reportClass }: Span,
  policy: Policy,
  governmentKind: OrganisationKind | null,
): Limit | null {
  if (kind !== 'RESOLUTION') return limitOf(policy, kind, governmentKind);
  if (reportClass === null) throw new Error('A resolution is counted by class');
  return resolutionLimitOf(policy, reportClass, governmentKind);
}

const dueOn = ({ dueAt, timeZone }: DerivedClock) => localDateAt(new Date(dueAt.getTime() - 1), timeZone);

/** What made a clock stand still while it ran: of its own, and of the report. */
function pausesOf(
  span: Span,
  history: History,
  policy: Policy,
  calendar: WorkingCalendar,
  governmentKind: OrganisationKind | null,
): ClockPause[] {
  const pauses: ClockPause[] = span.standing.map((standing) => ({ ...standing, isOpen: false }));
  const { kind, timeZone } = span;
  if (kind !== 'POSTPONEMENT') {
    const longest = limitOf(policy, 'POSTPONEMENT');
    for (const waiting of history.postponements) {
      const latest = endOf(waiting.from, longest, timeZone, calendar);
      pauses.push({ ...closed(waiting, latest), reason: 'POSTPONED' });
    }
  }
  if (kind === 'FOLLOW_UP' || kind === 'RESOLUTION') {
    const longest = limitOf(policy, 'INFORMATION_PAUSE', governmentKind);
    for (const waiting of history.informationRequests) {
      const latest = endOf(waiting.from, longest, timeZone, calendar);
      const { from, until, isOpen } = closed(waiting, latest);
      pauses.push({ from, until: until < latest ? until : latest, isOpen, reason: 'INFORMATION_REQUESTED' });
    }
  }
  return pauses
    .map((pause) => within(pause, span))
    .filter(({ from, until }) => from < until)
    .sort((a, b) => a.from.getTime() - b.from.getTime());
}

function endOf(from: Date, { days, unit }: Limit, timeZone: string, calendar: WorkingCalendar): Date {
  const counted = { countedFrom: from, length: days, unit, timeZone, pauses: [], capOn: null };
  return countDeadline(counted, calendar).dueAt;
}

const closed = ({ from, until }: Waiting, latest: Date) => ({
  from,
  until: until ?? latest,
  isOpen: until === null,
});

/** The part of a pause that lies in the clock's life; the stop of a clock ends what paused it. */
function within(pause: ClockPause, { startedAt, stoppedAt }: Span): ClockPause {
  const from = pause.from < startedAt ? startedAt : pause.from;
  if (stoppedAt === null || pause.until <= stoppedAt) return { ...pause, from };
  return { ...pause, from, until: stoppedAt, isOpen: false };
}
