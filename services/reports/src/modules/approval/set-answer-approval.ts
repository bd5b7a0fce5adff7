import { z } from 'zod';
import { hasRole, type Viewer } from '@lapor/viewer';
import { auditActor, noteInAudit } from '../audit/index.ts';
import { findOrganisations } from '../organisation/index.ts';
import {
  done,
  givenId,
  NOT_FOUND,
  validate,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import { APPROVAL_MODES, type ApprovalMode } from './vocabulary.ts';

const schema = z.object({ organisationId: givenId(100), mode: z.enum(APPROVAL_MODES) });

/** Which answers of an organisation and its units wait for approval from now on; for its admins and those above, people. */
export async function setAnswerApproval(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
): Promise<Result<{ organisationId: string; mode: ApprovalMode }>> {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { organisationId, mode } = valid.value;
  return deps.database.transaction(async (em) => {
    const organisation = (await findOrganisations(em, [organisationId])).get(organisationId);
    const isAdmin =
      !viewer.apiKey && (organisation?.path ?? []).some((id) => hasRole(viewer, 'AGENCY_ADMIN', id));
    if (!organisation || !isAdmin) return NOT_FOUND;
    const now = deps.clock.now();
    // Said twice it is set once, and told once.
    const [changed] = await em.execute<unknown[]>(
      `insert into answer_approval (organisation_id, mode, set_at) values (?, ?, ?)
       on conflict (organisation_id) do update set mode = excluded.mode, set_at = excluded.set_at
       where answer_approval.mode <> excluded.mode returning mode`,
      [organisationId, mode, now.toISOString()],
    );
    if (changed)
      await noteInAudit(em, {
        at: now,
        action: 'ANSWER_APPROVAL_SET',
        ...auditActor(viewer),
        organisationId,
        reportId: null,
        subjectId: organisationId,
        paths: [organisation.path],
        facts: { mode },
      });
    return done({ organisationId, mode });
  });
}
