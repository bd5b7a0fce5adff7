import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { auditActor, noteInAudit } from '../audit/index.ts';
import {
  about,
  done,
  findReports,
  givenId,
  may,
  NOT_FOUND,
  policyFacts,
  reportId,
  validate,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import { handOverPath } from './link-of-hand-over.ts';
import { findHandOvers } from './repository.ts';
import { handOverToken } from './token.ts';

const schema = z.object({ reportId, organisationId: givenId(100) });

/** The secret link for a letter to the head whom no mail reaches. Whoever prints it is noted first. */
export async function printHandOverLetter(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
): Promise<Result<{ reportId: string; handOverId: string; path: string }>> {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { reportId: id, organisationId } = valid.value;
  const now = deps.clock.now();
  const [report] = await findReports(deps.database, [id]);
  if (!report || !may(viewer, about(policyFacts(report, viewer, deps), organisationId), 'handOver'))
    return NOT_FOUND;
  const open = (await findHandOvers(deps.database, [id])).find(
    (row) => row.organisation_id === organisationId && row.ended_at === null && row.expires_at > now,
  );
  if (!open) return NOT_FOUND;
  await deps.database.transaction((em) =>
    noteInAudit(em, {
      at: now,
      action: 'HAND_OVER_LETTER_PRINTED',
      ...auditActor(viewer),
      organisationId: open.organisation_id,
      reportId: id,
      paths: (report.assignments ?? []).map(({ path }) => path),
      facts: { number: report.number, handOverId: open.id },
    }),
  );
  return done({
    reportId: id,
    handOverId: open.id,
    path: handOverPath(handOverToken(deps.handOverSecret, open.id)),
  });
}
