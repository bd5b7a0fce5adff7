import type { EntityManager } from '@mikro-orm/postgresql';
import { PUBLIC_VIEWER } from '@lapor/viewer';
import { noteInAudit } from '../audit/index.ts';
import { findReports, policyFacts, type ReportsDependencies } from '../report/index.ts';
import { tellOfSealedFiles } from './tell-of-sealed-files.ts';

/** Somebody may attach a file between two looks. */
const MOST_LOOKS = 3;

/**
 * Seals a kept file away that a scanner found harmful: nobody opens it any more, the audit has it, and the reporter is told by mail. The
 * report is held first, as by every change, so that a change and the sealing never wait for each other.
 */
export async function sealFile(deps: ReportsDependencies, attachmentId: string): Promise<void> {
  for (let look = 0; look < MOST_LOOKS; look++) {
    const reportId = await reportOf(deps, attachmentId);
    const outcome = await deps.database.transaction((em) => seal(deps, em, attachmentId, reportId));
    if (outcome === 'TOLD') deps.eventsCommitted();
    if (outcome !== 'ATTACHED_MEANWHILE') return;
  }
}

async function seal(
  deps: ReportsDependencies,
  em: EntityManager,
  attachmentId: string,
  reportId: string | null,
): Promise<'TOLD' | 'SEALED' | 'ATTACHED_MEANWHILE'> {
  if (reportId !== null) await em.execute('select 1 from report where id = ? for update', [reportId]);
  const [file] = await em.execute<{ report_id: string | null; scan_state: string }[]>(
    'select report_id, scan_state from attachment where id = ? for update',
    [attachmentId],
  );
  if (file?.scan_state !== 'NOT_SCANNED') return 'SEALED';
  if (file.report_id !== null && file.report_id !== reportId) return 'ATTACHED_MEANWHILE';
  await em.execute(`update attachment set scan_state = 'INFECTED' where id = ?`, [attachmentId]);
  const [report] = reportId === null ? [] : await findReports(deps.database, [reportId]);
  const facts = report && policyFacts(report, PUBLIC_VIEWER, deps);
  await noteInAudit(em, {
    at: deps.clock.now(),
    action: 'FILE_SEALED_AWAY',
    actorKind: 'SYSTEM',
    actorId: null,
    organisationId: null,
    reportId: report?.id ?? null,
    ...(report ? {} : { subjectId: attachmentId }),
    paths: facts ? [...facts.assignments.map(({ path }) => path), facts.deskPath] : [],
    facts: { attachmentId, ...(report ? { number: report.number } : {}) },
  });
  return report && (await tellOfSealedFiles(deps, em, report)) ? 'TOLD' : 'SEALED';
}

/** The report that a file came with; what came from the field hangs on a work order. */
async function reportOf({ database }: ReportsDependencies, attachmentId: string): Promise<string | null> {
  const [found] = await database.query<{ report_id: string | null }>(
    'report-of-file',
    `select coalesce(a.report_id, (select w.report_id from work_order_file f join work_order_evidence e on e.id = f.evidence_id
       join work_order w on w.id = e.work_order_id where f.attachment_id = a.id limit 1)) as report_id
     from attachment a where a.id = $1`,
    [attachmentId],
  );
  return found?.report_id ?? null;
}
