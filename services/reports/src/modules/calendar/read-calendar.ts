import type { EntityManager } from '@mikro-orm/postgresql';
import { buildCalendar, type Holiday, type WorkingCalendar } from '@lapor/working-days';

interface CalendarRow {
  name: string;
  known_until: string;
  holidays: Holiday[];
}

/** Until `sla` has told the days off, only weekends are: what was counted so is counted again then. */
const WEEKENDS_ALONE = buildCalendar({ version: 'weekends', knownUntil: '2000-01-01', holidays: [] });

/** The days off of the whole country as `sla` told them last. */
export async function readCalendar(em: EntityManager): Promise<WorkingCalendar> {
  const [row] = await em.execute<CalendarRow[]>(
    'select name, known_until::text as known_until, holidays from calendar',
  );
  return row
    ? buildCalendar({ version: row.name, knownUntil: row.known_until, holidays: row.holidays })
    : WEEKENDS_ALONE;
}
