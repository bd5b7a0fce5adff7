import { changeReportBySystem, endHandOvers, type ReportsDependencies } from '../report/index.ts';

const BATCH = 200;

/** Ends links that are past their day, with a notice in the history. Returns how many. */
export async function expireHandOvers(deps: ReportsDependencies): Promise<number> {
  const at = deps.clock.now();
  const due = await deps.database.query<{ id: string; report_id: string; expires_at: Date }>(
    'hand-overs-past-their-day',
    'select id, report_id, expires_at from hand_over where ended_at is null and expires_at <= $1 order by expires_at limit $2',
    [at, BATCH],
  );
  for (const { id, report_id: reportId } of due) {
    await changeReportBySystem(
      deps,
      { reportId, transition: 'endHandOver', at },
      async ({ em, assignments }) => {
        const assignment = assignments.find(({ handOverId }) => handOverId === id);
        if (!assignment) return null;
        await endHandOvers(em, [id], 'EXPIRED', at);
        assignment.handOverId = null;
        assignment.handOverUntil = null;
        return {
          entry: {
            kind: 'HAND_OVER_ENDED',
            audience: 'PUBLIC',
            toOrganisationId: assignment.organisationId,
            reasonCode: 'EXPIRED',
          },
        };
      },
    );
    // Of a report that has left the organisation meanwhile there is nothing to tell.
    await deps.database.transaction((em) => endHandOvers(em, [id], 'EXPIRED', at));
  }
  return due.length;
}
