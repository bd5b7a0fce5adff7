import type { ChangeScope } from '../report/index.ts';
import { partSupports } from './supports.ts';

/**
 * Parts a duplicate from its master; one that was archived for it waits at the national desk again. Gives what is to be done
 * once the entry of the history is written: until then the lifecycle looks at it as a duplicate. Nothing for other reports.
 */
export function letGo({ em, report, assignments, now }: ChangeScope): () => Promise<void> {
  const masterId = report.masterId ?? null;
  const comesBack = masterId !== null && report.state === 'ARCHIVED';
  if (comesBack) {
    report.deskOrganisationId = null;
    report.leadOrganisationId = null;
    report.leadPath = null;
    for (const assignment of assignments.splice(0)) assignment.endedAt = now;
  }
  return async () => {
    if (masterId === null) return;
    report.masterId = null;
    report.masterSequence = null;
    if (comesBack) report.archiveCode = null;
    await em.flush();
    await partSupports(em, report.id, masterId);
  };
}
