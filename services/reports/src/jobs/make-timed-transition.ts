import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventOf } from '@lapor/events';
import { changeReportBySystem, type ReportsDependencies } from '../modules/report/index.ts';

/**
 * `sla` says that something is due; this service checks again and makes the transition at the due instant.
 * What no longer applies (a reply came in between) is passed over.
 */
export async function makeTimedTransitions(
  deps: ReportsDependencies,
  em: EntityManager,
  events: readonly EventOf<'clock.due-reached'>[],
): Promise<void> {
  for (const { payload } of events) {
    const at = new Date(payload.dueAt);
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
      const postponedAt = await lastPostponement(em, payload.reportId);
      await changeReportBySystem(
        deps,
        { reportId: payload.reportId, transition: 'expirePostponement', at },
        ({ report }) => {
          if (postponedAt >= at) return null;
          report.archiveCode = 'NOT_COMPLETED';
          report.missingData = null;
          return { entry: { kind: 'ARCHIVED', reasonCode: 'NOT_COMPLETED', audience: 'PARTIES' } };
        },
        em,
      );
    }
  }
}

/** When the report was last postponed: a clock of an earlier postponement must not end a later one. */
async function lastPostponement(em: EntityManager, reportId: string): Promise<Date> {
  const [row] = await em.execute<{ at: Date | null }[]>(
    `select max(at) as at from history where report_id = ? and kind = 'POSTPONED'`,
    [reportId],
  );
  return new Date(row?.at ?? 0);
}
