import type { Viewer } from '@lapor/viewer';
import { auditActor, noteInAudit } from '../audit/index.ts';
import { actingOrganisation, findReports, policyFacts, type ReportsDependencies } from '../report/index.ts';
import type { AttachmentRow } from './repository.ts';

/** Notes that somebody opens a document of a report, before it is opened: documents are sealed evidence. */
export async function noteDocumentRead(
  deps: ReportsDependencies,
  viewer: Viewer,
  { id, report_id: reportId }: Pick<AttachmentRow, 'id' | 'report_id'>,
): Promise<void> {
  const [report] = reportId === null ? [] : await findReports(deps.database, [reportId]);
  if (!report) return;
  const facts = policyFacts(report, viewer, deps);
  await deps.database.transaction((em) =>
    noteInAudit(em, {
      at: deps.clock.now(),
      action: 'DOCUMENT_READ',
      ...auditActor(viewer),
      organisationId: actingOrganisation(viewer, facts),
      reportId: report.id,
      paths: [...facts.assignments.map(({ path }) => path), facts.deskPath],
      facts: { number: report.number, attachmentId: id },
    }),
  );
}
