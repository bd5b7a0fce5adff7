import type { Viewer } from '@lapor/viewer';
import { noteInAudit } from '../audit/index.ts';
import { limitRate } from '../rate-limit/index.ts';
import {
  done,
  failed,
  findReports,
  NOT_FOUND,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import { findOpenHandOver } from './repository.ts';
import { readHandOverToken } from './token.ts';

/** Right to read and answer one report for the organisation to whose head the link was sent. */
export interface OpenedHandOver {
  handOverId: string;
  reportId: string;
  organisationId: string;
  grant: string;
  expiresAt: Date;
}

const GRANT_HOURS = 12;
const ATTEMPTS_PER_SOURCE = { count: 30, seconds: 600 };

/** Opens a hand-over by the token of its link. One that is wrong, has ended, or is past its day answers alike. */
export async function openHandOver(
  deps: ReportsDependencies,
  input: { token: string },
  viewer: Viewer,
): Promise<Result<OpenedHandOver>> {
  // What a link gives is for a person: a key could not use the grant.
  if (viewer.apiKey) return NOT_FOUND;
  const limited = await limitRate(deps, 'open-hand-over', viewer.source, ATTEMPTS_PER_SOURCE);
  if (limited) return failed(limited);
  const now = deps.clock.now();
  const id = readHandOverToken(deps.handOverSecret, input.token.trim().slice(0, 200));
  const found = id && (await findOpenHandOver(deps.database, id, now));
  if (!found) return NOT_FOUND;
  const { id: handOverId, report_id: reportId, organisation_id: organisationId } = found;
  const [report] = await findReports(deps.database, [reportId]);
  await deps.database.transaction(async (em) => {
    await em.execute('update hand_over set opened_at = ? where id = ? and opened_at is null', [
      now.toISOString(),
      handOverId,
    ]);
    await noteInAudit(em, {
      at: now,
      action: 'HAND_OVER_OPENED',
      actorKind: 'OFFICER',
      actorId: null,
      organisationId,
      reportId,
      paths: (report?.assignments ?? []).map(({ path }) => path),
      facts: { handOverId },
    });
  });
  // The grant's own end is checked by the real clock, as every token's.
  const expiresAt = new Date(Date.now() + GRANT_HOURS * 3_600_000);
  const grant = await deps.tokens.signHandOverGrant({ handOverId, reportId, organisationId }, expiresAt);
  return done({ handOverId, reportId, organisationId, grant, expiresAt });
}
