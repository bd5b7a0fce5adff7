import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@lapor/viewer';
import { auditActor, noteInAudit, type AuditAction } from '../audit/index.ts';
import { actingOrganisation, findReports, policyFacts, type ReportsDependencies } from '../report/index.ts';

/** Notes what became of a change that could be taken back, as the report stands. */
export async function notePending(
  deps: ReportsDependencies,
  em: EntityManager,
  note: {
    action: AuditAction;
    reportId: string;
    /** Who sent it. */
    viewer: Viewer;
    facts: Record<string, string>;
    bySystem?: boolean;
  },
): Promise<void> {
  const [row] = await findReports(deps.database, [note.reportId]);
  if (!row) return;
  const facts = policyFacts(row, note.viewer, deps);
  await noteInAudit(em, {
    at: deps.clock.now(),
    action: note.action,
    ...(note.bySystem ? { actorKind: 'SYSTEM' as const, actorId: null } : auditActor(note.viewer)),
    organisationId: actingOrganisation(note.viewer, facts),
    reportId: row.id,
    paths: [...facts.assignments.map(({ path }) => path), facts.deskPath],
    facts: { number: row.number, ...note.facts },
  });
}
