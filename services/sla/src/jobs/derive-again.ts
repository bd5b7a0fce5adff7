import type { Database } from '@lapor/database';
import type { RuleBook } from '../modules/clock/index.ts';
import { recompute } from '../modules/report/index.ts';

/**
 * Derives reports again whose facts a release before has made: a migration that adds to them leaves `figures_version` at 0, or `steps` empty. Each batch is a
 * transaction, so it may be stopped anywhere and run by several replicas.
 * @returns how many were derived, at most `batchSize`.
 */
export async function deriveAgain(
  database: Database,
  readRules: () => Promise<RuleBook>,
  now: Date,
  batchSize = 500,
): Promise<number> {
  return database.transaction(async (em) => {
    const rows = await em.execute<{ report_id: string }[]>(
      `select report_id from report_fact where figures_version = 0 or steps is null order by report_id limit ? for update skip locked`,
      [batchSize],
    );
    const reportIds = rows.map(({ report_id }) => report_id);
    if (reportIds.length > 0) await recompute(em, reportIds, await readRules(), now);
    return reportIds.length;
  });
}
