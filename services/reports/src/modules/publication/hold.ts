import type { EntityManager } from '@mikro-orm/postgresql';
import { addWorkingDays, type WorkingCalendar } from '@lapor/working-days';
import { readCalendar } from '../calendar/index.ts';
import type { Report } from '../report/index.ts';

/** Working days within which the national desk decides on a hold (domain.md, "A report"). */
const HOLD_WORKING_DAYS = 3;
/** The national desk's own; its clocks know no regional closing days. */
const DESK_TIME_ZONE = 'Asia/Jakarta';

/** The exclusive end of the days within which a hold is decided. */
export const endOfHold = (calendar: WorkingCalendar, from: Date): Date =>
  addWorkingDays(calendar, from, HOLD_WORKING_DAYS, DESK_TIME_ZONE).dueAt;

type Held = Pick<Report, 'withheldAt' | 'withheldUntil'>;

/** The national desk has its working days from now on, by the calendar as `sla` told it. */
export async function beginHold(em: EntityManager, report: Held, now: Date): Promise<void> {
  report.withheldAt = now;
  report.withheldUntil = endOfHold(await readCalendar(em), now);
}

/** There is nothing left to decide. */
export function endHold(report: Held & Pick<Report, 'withholdReason'>): void {
  report.withholdReason = null;
  report.withheldAt = null;
  report.withheldUntil = null;
}
