import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventOf } from '@lapor/events';
import { changeReportBySystem, type ReportsDependencies } from '../modules/report/index.ts';

/**
 * `sla` says that something is due; this service checks again and makes the transition at the due instant.
 * What no longer applies (a reply came in between) is passed over, and so is a clock of an earlier result or postponement:
 * `sla` starts another clock for the later one, which tells for itself.
 */
export async function makeTimedTransitions(
  deps: ReportsDependencies,
  em: EntityManager,
  events: readonly EventOf<'clock.due-reached'>[],
): Promise<void> {
  for (const { payload } of events) {
    const at = new Date(payload.dueAt);
    if (payload.sequence < (await startOf(em, payload))) continue;
    if (payload.clock === 'AUTO_CLOSE') {
      await changeReportBySystem(
        deps,
        { reportId: payload.reportId, transition: 'completeAutomatically', at },
        ({ report }) => {
          // A word of the reporter or the national desk after the result has taken the result's date away.
          if (!report.lastResultAt || report.lastResultAt >= at) return null;
          report.closingCode = 'AUTOMATIC';
          return { entry: { kind: 'COMPLETED', reasonCode: 'AUTOMATIC', audience: 'PUBLIC' } };
        },
        em,
      );
    } else {
      await changeReportBySystem(
        deps,
        { reportId: payload.reportId, transition: 'expirePostponement', at },
        ({ report }) => {
          report.archiveCode = 'NOT_COMPLETED';
          report.missingData = null;
          return { entry: { kind: 'ARCHIVED', reasonCode: 'NOT_COMPLETED', audience: 'PARTIES' } };
        },
        em,
      );
    }
  }
}

/** Sequence of the entry from which the clock counts now: the lead's last result, or the last postponement. */
async function startOf(
  em: EntityManager,
  { reportId, clock }: EventOf<'clock.due-reached'>['payload'],
): Promise<number> {
  const [row] = await em.execute<{ sequence: number | null }[]>(
    clock === 'AUTO_CLOSE'
      ? `select max(h.sequence) as sequence from history h join report r on r.id = h.report_id
         where h.report_id = ? and h.kind = 'RESULT' and h.at = r.last_result_at`
      : `select max(sequence) as sequence from history where report_id = ? and kind = 'POSTPONED'`,
    [reportId],
  );
  return row?.sequence ?? 0;
}
