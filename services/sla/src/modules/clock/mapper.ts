import { timeZoneLabel, type WorkingCalendar } from '@lapor/working-days';
import { isTimer, type DerivedClock } from './clock-kinds.ts';
import { countDeadline, type ClockDeadline } from './deadline.ts';
import type { Clock, ClockExplanation } from './graphql.ts';
import { sentenceOf } from './sentence.ts';
import { daysLeftAt, endOfPause, statusAt, urgencyAt } from './status.ts';

/** A clock as people see it at an instant. @param calendar the one it was counted with. */
export function toClock(clock: DerivedClock, calendar: WorkingCalendar, now: Date): Clock {
  const { timeZone, stoppedAt } = clock;
  const asOf = stoppedAt ?? now;
  // Counting days is most of the work of a page of reports, and lists show little of what it gives: it waits until it is asked for.
  let counted: ClockDeadline | undefined;
  const deadline = () => (counted ??= countDeadline(clock, calendar));
  return {
    id: clock.id,
    kind: clock.kind,
    status: statusAt(clock, now),
    startedAt: clock.startedAt,
    stoppedAt,
    timeZone,
    timeZoneLabel: timeZoneLabel(timeZone) ?? timeZone,
    organisation: clock.organisationId === null ? null : { id: clock.organisationId },
    // Counted with the same calendar and the same pauses when the clock was derived.
    dueAt: clock.dueAt,
    get dueOn() {
      return deadline().dueOn;
    },
    get isEstimated() {
      return deadline().isEstimated;
    },
    get urgency() {
      const urgency = urgencyAt(deadline(), timeZone, asOf);
      // What a timer does may be a moment late; nobody is.
      return urgency === 'OVERDUE' && isTimer(clock.kind) ? 'LAST_DAY' : urgency;
    },
    get workingDaysLeft() {
      return daysLeftAt(deadline(), timeZone, calendar, asOf);
    },
    get explanation() {
      return explain(clock, deadline(), calendar, now);
    },
  };
}

const explain = (
  clock: DerivedClock,
  deadline: ClockDeadline,
  calendar: WorkingCalendar,
  now: Date,
): ClockExplanation => ({
  startEvent: clock.startedBy,
  startedOn: deadline.startedOn,
  length: clock.length,
  unit: clock.unit,
  countedDays: deadline.countedDays,
  skippedDays: deadline.skippedDays,
  pauses: clock.pauses.map((pause) => ({
    from: pause.from,
    until: endOfPause(pause, now),
    reason: pause.reason,
  })),
  policyVersion: clock.policyVersion,
  calendarVersion: calendar.version,
  cappedByOuterLimit: deadline.cappedByOuterLimit,
  inWords: (language) => sentenceOf(clock, deadline, calendar.version, now, language),
});
