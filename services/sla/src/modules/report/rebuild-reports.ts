import type { Database } from '@lapor/database';
import type { RuleBook } from '../clock/index.ts';
import { recompute } from './recompute.ts';

/**
 * Derives every fact and clock again from the events that were received. Each batch is a transaction of its own, and equal rows are left
 * alone, so it may run beside the live service and be repeated. What was said to be due stays said.
 * @returns how many reports were derived.
 */
export async function rebuildReports(
  database: Database,
  rules: RuleBook,
  now: Date,
  batchSize = 500,
): Promise<number> {
  let count = 0;
  for (let after = ''; ;) {
    const reportIds = await nextReports(database, after, batchSize);
    if (reportIds.length === 0) return count;
    await database.transaction((em) => recompute(em, reportIds, rules, now));
    count += reportIds.length;
    after = reportIds.at(-1)!;
  }
}

async function nextReports(database: Database, after: string, limit: number): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    'reports-to-rebuild',
    'select distinct report_id as id from report_event where report_id > $1 order by report_id limit $2',
    [after, limit],
  );
  return rows.map(({ id }) => id);
}
