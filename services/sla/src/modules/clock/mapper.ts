import { timeZoneLabel, type WorkingCalendar } from '@lapor/working-days';
import type { DerivedClock } from './clock-kinds.ts';
import { countDeadline } from './deadline.ts';
import { Clock } from './graphql.ts';
import { daysLeftAt, endOfPause, statusAt, urgencyAt } from './status.ts';

/** A clock as people see it at an instant. @param calendar the one it was counted with. */
export function toClock(clock: DerivedClock, calendar: WorkingCalendar, now: Date): Clock {
  const deadline = countDeadline(clock, calendar);
  const { timeZone, stoppedAt } = clock;
  const asOf = stoppedAt ?? now;
  return Object.assign(new Clock(), {
    id: clock.id,
    kind: clock.kind,
    status: statusAt(clock, now),
    startedAt: clock.startedAt,
    stoppedAt,
    dueAt: deadline.dueAt,
    dueOn: deadline.dueOn,
    timeZone,
    timeZoneLabel: timeZoneLabel(timeZone) ?? timeZone,
    isEstimated: deadline.isEstimated,
    urgency: urgencyAt(deadline, timeZone, asOf),
    workingDaysLeft: daysLeftAt(deadline, timeZone, calendar, asOf),
    organisation: clock.organisationId === null ? null : { id: clock.organisationId },
    explanation: {
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
    },
  });
}
