import type { DayUnit, Urgency, Words } from './words.ts';

/** What a clock says of its deadline, as the graph gives it. */
export interface Due {
  urgency: Urgency;
  /** 0 on the last day, negative when late. */
  workingDaysLeft: number;
  /** "2026-11-24", where the clock runs. */
  dueOn: string;
  /** The days this clock counts: a distance in other days than the rule would contradict the explanation beside it. */
  explanation: { unit: DayUnit };
}

/**
 * How far a deadline is, as people say it: "2 hari kerja lagi", "Hari ini", "Terlambat 3 hari kerja"; in calendar days for
 * a clock that counts those. `today` is the local date where the clock runs.
 */
export function dueDistance(words: Words, due: Due, today: string): string {
  const { unit } = due.explanation;
  const left = unit === 'CALENDAR' ? daysBetween(today, due.dueOn) : due.workingDaysLeft;
  if (due.urgency === 'OVERDUE') return left < 0 ? words.overdueBy(-left, unit) : words.overdue;
  const isToday = left <= 0 || (unit === 'WORKING' && due.urgency === 'LAST_DAY');
  return isToday ? words.today : words.daysLeft(left, unit);
}

const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
