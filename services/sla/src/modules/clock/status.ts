import {
  isWorkingDay,
  localDateAt,
  startOfLocalDate,
  workingDaysLeft,
  type WorkingCalendar,
} from '@lapor/working-days';
import { isTimer, type ClockPause, type DerivedClock } from './clock-kinds.ts';
import { type ClockDeadline } from './deadline.ts';

export type ClockStatus = 'RUNNING' | 'PAUSED' | 'MET' | 'MISSED' | 'CANCELLED';
export type Urgency = 'ON_TIME' | 'SOON' | 'LAST_DAY' | 'OVERDUE';

type Stopping = Pick<DerivedClock, 'kind' | 'stoppedAt' | 'outcome' | 'dueAt' | 'pauses'>;

/** What a clock is at an instant. A timer that runs out has done its work; any other clock past its end is missed, stopped or not. */
export function statusAt({ kind, stoppedAt, outcome, dueAt, pauses }: Stopping, now: Date): ClockStatus {
  const isLate = !isTimer(kind) && (stoppedAt ?? now) >= dueAt;
  if (isLate) return 'MISSED';
  if (outcome !== null) return outcome === 'FULFILLED' ? 'MET' : 'CANCELLED';
  return pauses.some((pause) => isPausing(pause, now)) ? 'PAUSED' : 'RUNNING';
}

const isPausing = ({ from, until }: ClockPause, now: Date) => from <= now && now < until;

/** When a pause ended; `null` while it lasts. */
export const endOfPause = ({ until, isOpen }: ClockPause, now: Date): Date | null =>
  isOpen && now < until ? null : until;

/**
 * Half of the time is half of the counted days, the present one in proportion to its hours; days on which the clock stands still
 * do not bring the half nearer.
 */
export function urgencyAt(deadline: ClockDeadline, timeZone: string, now: Date): Urgency {
  if (now >= deadline.dueAt) return 'OVERDUE';
  const today = localDateAt(now, timeZone);
  if (today === deadline.dueOn) return 'LAST_DAY';
  const passed = deadline.countedDays.filter((date) => date < today).length;
  const partOfToday = deadline.countedDays.includes(today)
    ? (now.getTime() - startOfLocalDate(today, timeZone).getTime()) / 86_400_000
    : 0;
  return (passed + partOfToday) * 2 >= deadline.countedDays.length ? 'SOON' : 'ON_TIME';
}

/** Working days on which the clock will still run, 0 on the last day; negative once it is late. */
export function daysLeftAt(
  deadline: ClockDeadline,
  timeZone: string,
  calendar: WorkingCalendar,
  now: Date,
): number {
  if (now >= deadline.dueAt) return workingDaysLeft(calendar, now, deadline.dueAt, timeZone);
  const today = localDateAt(now, timeZone);
  return deadline.countedDays.filter((date) => date > today && isWorkingDay(calendar, date)).length;
}
