import type { Database } from '@lapor/database';
import { recompute } from '../modules/report/index.ts';
import { readRuleBook } from '../rule-book.ts';
import type { Calendars, ClosingDays } from '../modules/calendar/index.ts';

/**
 * Counts running clocks again that were counted with an older calendar or older closing days of their government. Each batch is a transaction and the mark of what is left to do
 * is in the rows themselves, so it may be stopped anywhere and run by several replicas.
 * @returns how many reports were counted again, at most `batchSize`.
 */
export async function recalculateOpen(
  database: Database,
  calendars: Calendars,
  closingDays: ClosingDays,
  now: Date,
  batchSize = 500,
): Promise<number> {
  const rules = await readRuleBook(database, calendars, closingDays);
  const newest = rules.calendars.at(-1);
  if (!newest) return 0;
  return database.transaction(async (em) => {
    const rows = await em.execute<{ report_id: string }[]>(
      `select report_id from report_fact where report_id in (
         (select report_id from clock where stopped_at is null and calendar_id < ? limit ?)
         union
         (select c.report_id from (select government_id, max(id) as id from closing_days group by 1) told
          join clock c on c.government_id = told.government_id and c.closing_days_id is distinct from told.id
          where c.stopped_at is null limit ?)
       ) order by report_id for update skip locked`,
      [newest.id, batchSize, batchSize],
    );
    if (rows.length > 0)
      await recompute(
        em,
        rows.map(({ report_id }) => report_id),
        rules,
        now,
      );
    return rows.length;
  });
}
