import { readCalendar } from '../calendar/index.ts';
import type { ReportsDependencies } from '../report/index.ts';
import { endOfHold } from './hold.ts';

/** A hold that began earlier is late by any calendar. */
const COUNTED_AGAIN_DAYS = 30;

interface HoldRow {
  id: string;
  withheld_at: Date;
  withheld_until: Date;
}

/**
 * Counts the ends of holds again, as a running clock takes the newest calendar: of those that began before a day off was told or taken
 * back. What is right already stays as it is, so it may run at any time and in every replica. Returns how many it moved.
 * @param page holds that are read at once.
 */
export async function recountHolds(
  { database, clock }: Pick<ReportsDependencies, 'database' | 'clock'>,
  page = 500,
): Promise<number> {
  const calendar = await readCalendar(database.fork());
  const since = new Date(clock.now().getTime() - COUNTED_AGAIN_DAYS * 86_400_000);
  let moved = 0;
  let after = { at: since, id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const rows = await database.query<HoldRow>(
      'holds-to-recount',
      `select id, withheld_at, withheld_until from report
       where withheld_at is not null and (withheld_at, id) > ($1::timestamptz, $2::uuid) order by withheld_at, id limit $3`,
      [after.at, after.id, page],
    );
    for (const row of rows) {
      const until = endOfHold(calendar, row.withheld_at);
      if (until.getTime() === row.withheld_until.getTime()) continue;
      // One by one: whoever changes a report holds it, and waits for no other meanwhile.
      const changed = await database.query<{ id: string }>(
        'recount-hold',
        'update report set withheld_until = $3 where id = $1 and withheld_at = $2 returning id',
        [row.id, row.withheld_at, until],
      );
      moved += changed.length;
    }
    const last = rows.at(-1);
    if (!last || rows.length < page) return moved;
    after = { at: last.withheld_at, id: last.id };
  }
}
