import type { RuleBook } from '../clock/index.ts';
import type { DueHandler } from '../timer/index.ts';
import { recompute } from './recompute.ts';

/** A promised day that is over without a result is a broken promise: facts and figures of the report are derived again. */
export const breakPromises =
  (readRules: () => Promise<RuleBook>): DueHandler =>
  async ({ em, now }, due) => {
    const reportIds = due.filter(({ kind }) => kind === 'PROMISE').map(({ reportId }) => reportId);
    if (reportIds.length > 0) await recompute(em, [...new Set(reportIds)], await readRules(), now);
  };
