import { z } from 'zod';
import { organisationsOf, type PostRole, type Viewer } from '@lapor/viewer';
import { findOrganisations, type OrganisationCopy } from '../organisation/index.ts';
import {
  changeReport,
  givenId,
  LIMITS,
  reportId,
  requestKey,
  typed,
  validate,
  type ReportsDependencies,
} from '../report/index.ts';
import { assign, endAssignments } from './assignments.ts';

const schema = z.object({
  reportId,
  requestKey,
  organisationId: givenId(100),
  note: z
    .union([z.literal('').transform(() => null), typed(1, LIMITS.reason[1])])
    .nullish()
    .transform((value) => value ?? null),
});

/** Passes the lead to a unit: an agency admin anywhere in the own subtree, a liaison officer one level down. */
export async function disposeReport(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { organisationId, note, ...request } = valid.value;
  return changeReport(
    deps,
    viewer,
    { ...request, operation: 'dispose', transition: 'disposeFurther' },
    async (scope) => {
      const target = (await findOrganisations(scope.em, [organisationId])).get(organisationId);
      const code = targetFault(target, scope.report.leadPath ?? [], viewer);
      if (code !== null)
        return { type: 'invalid', faults: [{ path: 'input.organisationId', code, message: MESSAGES[code] }] };
      endAssignments(
        scope,
        scope.assignments.filter(
          (running) => running.role === 'LEAD' || running.organisationId === organisationId,
        ),
      );
      // The old rows must be closed before the new lead is written: one running lead per report.
      await scope.em.flush();
      assign(scope, target!, 'LEAD', deps.newId);
      return {
        entry: { kind: 'DISPOSED', text: note, audience: 'OFFICERS', toOrganisationId: organisationId },
      };
    },
  );
}

const MESSAGES = {
  NOT_FOUND: 'There is no such organisation.',
  NOT_ACTIVE: 'This organisation no longer exists; choose its successor.',
  SAME: 'The report is already there.',
  OUTSIDE_AUTHORITY: 'The report can only go to a unit below your own.',
};

function targetFault(
  target: OrganisationCopy | undefined,
  leadPath: readonly string[],
  viewer: Viewer,
): keyof typeof MESSAGES | null {
  if (!target) return 'NOT_FOUND';
  if (target.status !== 'ACTIVE') return 'NOT_ACTIVE';
  if (target.id === leadPath.at(-1)) return 'SAME';
  // A post by which the viewer does not reach the report cannot take it elsewhere either.
  const reaching = (role: PostRole) => organisationsOf(viewer, role).filter((id) => leadPath.includes(id));
  const reachable =
    reaching('AGENCY_ADMIN').some((id) => target.path.includes(id)) ||
    reaching('LIAISON_OFFICER').some((id) => target.path.at(-2) === id);
  return reachable ? null : 'OUTSIDE_AUTHORITY';
}
