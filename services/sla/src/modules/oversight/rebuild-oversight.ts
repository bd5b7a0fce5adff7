import type { Database } from '@lapor/database';
import type { RuleBook } from '../clock/index.ts';
import { readEntries } from '../entry/index.ts';
import { lockReport } from './repository.ts';
import { storeOversight } from './store-oversight.ts';

/**
 * Folds all cases and letters again from the log. Each report is a transaction of its own, so it may run beside the live service and be
 * repeated. Facts and clocks of the reports have to be there.
 * @returns of how many reports.
 */
export async function rebuildOversight(database: Database, rules: RuleBook, now: Date): Promise<number> {
  const done = new Set<string>();
  for (let after = 0; ;) {
    const entries = await readEntries(database, ['CASE_OPENED'], after);
    if (entries.length === 0) return done.size;
    after = entries.at(-1)!.id;
    for (const { subject } of entries) {
      if (subject === null || done.has(subject)) continue;
      done.add(subject);
      await database.transaction(async (em) => {
        if (await lockReport(em, subject)) await storeOversight(em, subject, rules, now);
      });
    }
  }
}

/**
 * Counts clarifications that are waited for again after a new calendar or new closing days; batch by batch, in any number of replicas.
 * @returns how many cases, at most `batchSize`.
 */
export async function recountClarifications(
  database: Database,
  rules: RuleBook,
  now: Date,
  batchSize = 200,
): Promise<number> {
  const newest = rules.calendars.at(-1);
  if (!newest) return 0;
  return database.transaction(async (em) => {
    const rows = await em.execute<{ report_id: string }[]>(
      `select f.report_id from oversight_case c join report_fact f on f.report_id = c.report_id
       left join (select government_id, max(id) as id from closing_days group by 1) told on told.government_id = c.government_id
       where c.due_at is not null and (c.calendar_id < ? or c.closing_days_id is distinct from told.id)
       order by f.report_id limit ? for update of f skip locked`,
      [newest.id, batchSize],
    );
    for (const { report_id: reportId } of rows) await storeOversight(em, reportId, rules, now);
    return rows.length;
  });
}
