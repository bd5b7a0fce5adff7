import { noteInAudit } from '../audit/index.ts';
import { findReports, type ReportsDependencies } from '../report/index.ts';
import { openIdentity } from './sealed-identity.ts';

/** Where to reach a reporter; for those with an account, `identity` knows the address. */
export interface ReporterContact {
  email: string | null;
  phone: string | null;
  accountId: string | null;
}

/** Asked by `channels` at the moment of sending, and noted before it is read. `null` when nothing is known, as for an anonymous reporter without account. */
export async function contactOfReporter(
  deps: ReportsDependencies,
  reportId: string,
): Promise<ReporterContact | null> {
  const [report] = await findReports(deps.database, [reportId]);
  if (!report?.has_identity) return null;
  await deps.database.transaction((em) =>
    noteInAudit(em, {
      at: deps.clock.now(),
      action: 'CONTACT_READ',
      actorKind: 'SERVICE',
      actorId: 'channels',
      organisationId: null,
      reportId,
      paths: (report.assignments ?? []).map(({ path }) => path),
      facts: { number: report.number },
    }),
  );
  const identity = await openIdentity(deps, deps.database.fork(), reportId);
  return identity && { email: identity.email, phone: identity.phone, accountId: identity.accountId };
}
