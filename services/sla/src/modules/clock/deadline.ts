import {
  addCalendarDays,
  addWorkingDays,
  startOfLocalDate,
  type Deadline,
  type WorkingCalendar,
} from '@lapor/working-days';
import type { DerivedClock } from './clock-kinds.ts';

/** What a deadline is counted from; part of a clock. */
export type Counted = Pick<DerivedClock, 'countedFrom' | 'length' | 'unit' | 'timeZone' | 'pauses' | 'capOn'>;

export interface ClockDeadline extends Deadline {
  /** The outer limit came first, or at the same time. */
  cappedByOuterLimit: boolean;
}

/** Counts a clock's deadline, with the days that led to it. */
export function countDeadline(clock: Counted, calendar: WorkingCalendar): ClockDeadline {
  const add = clock.unit === 'WORKING' ? addWorkingDays : addCalendarDays;
  const deadline = add(calendar, clock.countedFrom, clock.length, clock.timeZone, { pauses: clock.pauses });
  const { capOn } = clock;
  if (capOn === null || deadline.dueOn < capOn) return { ...deadline, cappedByOuterLimit: false };
  return {
    ...deadline,
    dueOn: capOn,
    dueAt: endOfLocalDate(capOn, clock.timeZone),
    countedDays: deadline.countedDays.filter((date) => date <= capOn),
    skippedDays: deadline.skippedDays.filter(({ date }) => date <= capOn),
    // Counted in calendar days from the submission: no decree can move it.
    isEstimated: false,
    cappedByOuterLimit: true,
  };
}

const DAY_MILLISECONDS = 86_400_000;

/** The midnight that ends a day at a place. */
export function endOfLocalDate(date: string, timeZone: string): Date {
  // Never by the next date's text: that of the last day of the year 9999 has another form. No zone here changes its clocks.
  return new Date(startOfLocalDate(date, timeZone).getTime() + DAY_MILLISECONDS);
}
