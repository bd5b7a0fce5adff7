import type { Urgency, Words } from './words.ts';

/**
 * How far a deadline is, as people say it: "2 hari kerja lagi", "Hari ini", "Terlambat 3 hari".
 * `workingDaysLeft` is 0 on the last day and negative when late, as the graph gives it.
 */
export function dueDistance(words: Words, urgency: Urgency, workingDaysLeft: number): string {
  if (urgency === 'OVERDUE') return workingDaysLeft < 0 ? words.overdueBy(-workingDaysLeft) : words.overdue;
  return urgency === 'LAST_DAY' || workingDaysLeft <= 0
    ? words.today
    : words.workingDaysLeft(workingDaysLeft);
}
