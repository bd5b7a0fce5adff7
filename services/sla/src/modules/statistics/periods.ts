import { localDateAt, startOfLocalDate } from '@lapor/working-days';
import { NATIONAL_TIME_ZONE } from '../policy/index.ts';

/** How many days "lately" is, today included. */
export const RECENT_DAYS = 30;

export interface Periods {
  today: Date;
  month: Date;
  /** Beginning of the first of the recent days. */
  recent: Date;
  /** The recent days, oldest first. */
  recentDays: string[];
}

/** Where the present day, month and 30 days begin, at Jakarta. */
export function periodsAt(now: Date): Periods {
  const today = localDateAt(now, NATIONAL_TIME_ZONE);
  const recentDays = Array.from({ length: RECENT_DAYS }, (_, index) =>
    new Date(Date.parse(`${today}T00:00:00Z`) - (RECENT_DAYS - 1 - index) * 86_400_000)
      .toISOString()
      .slice(0, 10),
  );
  const start = (date: string) => startOfLocalDate(date, NATIONAL_TIME_ZONE);
  return {
    today: start(today),
    month: start(`${today.slice(0, 7)}-01`),
    recent: start(recentDays[0]!),
    recentDays,
  };
}
