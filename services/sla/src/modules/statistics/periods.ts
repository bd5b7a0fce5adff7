import { localDateAt, type LocalDate } from '@lapor/working-days';
import { NATIONAL_TIME_ZONE } from '../policy/index.ts';

/** How many days "lately" is, today included. */
export const RECENT_DAYS = 30;

/** Days at Jakarta. */
export interface Periods {
  today: LocalDate;
  /** First day of the month. */
  month: LocalDate;
  /** The recent days, oldest first. */
  recentDays: LocalDate[];
}

/** The present day, month and 30 days, at Jakarta. */
export function periodsAt(now: Date): Periods {
  const today = localDateAt(now, NATIONAL_TIME_ZONE);
  const recentDays = Array.from({ length: RECENT_DAYS }, (_, index) =>
    new Date(Date.parse(`${today}T00:00:00Z`) - (RECENT_DAYS - 1 - index) * 86_400_000)
      .toISOString()
      .slice(0, 10),
  );
  return { today, month: `${today.slice(0, 7)}-01`, recentDays };
}
