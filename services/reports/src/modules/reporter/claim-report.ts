import type { Viewer } from '@lapor/viewer';
import { noteInAudit } from '../audit/index.ts';
import { linkIdentity } from '../identity/index.ts';
import { accountLookup, done, NOT_FOUND, type ReportsDependencies, type Result } from '../report/index.ts';
import { findByCode } from './open-report.ts';

/**
 * Adds a report to the account of whoever knows its code: from then on it is among the own ones, and news come to the account's
 * address where no other was given. A report of another account stays there, and the answer is that of a wrong code.
 */
export async function claimReport(
  deps: ReportsDependencies,
  input: { number: string; accessCode: string },
  viewer: Viewer,
): Promise<Result<{ reportId: string }>> {
  const accountId = viewer.kind === 'citizen' && !viewer.apiKey ? viewer.accountId : undefined;
  if (!accountId) return NOT_FOUND;
  const found = await findByCode(deps, input, viewer);
  if (!found.ok) return found;
  const { reportId } = found.value;
  const lookup = accountLookup(deps.lookupSecret, accountId);
  return deps.database.transaction(async (em) => {
    const [report] = await em.execute<{ number: string; owner: Uint8Array | null }[]>(
      'select number, account_lookup as owner from report where id = ? for update',
      [reportId],
    );
    if (!report) return NOT_FOUND;
    if (report.owner) return lookup.equals(report.owner) ? done({ reportId }) : NOT_FOUND;
    const at = deps.clock.now();
    await em.execute(
      'update report set account_lookup = ?, has_identity = true, erase_identity = false, erasure_asked_at = null where id = ?',
      [lookup, reportId],
    );
    await linkIdentity(deps, em, reportId, accountId, at);
    await noteInAudit(em, {
      at,
      action: 'CLAIMED',
      actorKind: 'CITIZEN',
      actorId: null,
      organisationId: null,
      reportId,
      // Whether a reporter has an account is nobody's business but the national desk's.
      paths: [],
      facts: { number: report.number },
    });
    return done({ reportId });
  });
}
