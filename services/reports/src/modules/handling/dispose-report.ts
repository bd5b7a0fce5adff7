import { z } from 'zod';
import type { PostRole, Viewer } from '@lapor/viewer';
import { beginHandOvers } from '../hand-over/index.ts';
import { resolveOrganisations, type OrganisationCopy } from '../organisation/index.ts';
import {
  changeReport,
  givenId,
  LIMITS,
  reportId,
  requestKey,
  expectedVersion,
  typed,
  validate,
  workingPosts,
  type ChangeScope,
  type ReportsDependencies,
} from '../report/index.ts';
import { assign, endAssignments } from './assignments.ts';
import { exclusionFault } from './exclusion.ts';

const schema = z.object({
  reportId,
  requestKey,
  expectedVersion,
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
      const target = (await resolveOrganisations(scope.em, [organisationId])).get(organisationId);
      const code = targetFault(target, scope, viewer);
      if (code !== null)
        return {
          type: 'invalid',
          faults: [{ path: 'input.organisationId', code, message: TARGET_MESSAGES[code] }],
        };
      const excluded = exclusionFault(scope.report, target!, 'input.organisationId', viewer);
      if (excluded.length > 0) return { type: 'invalid', faults: excluded };
      endAssignments(
        scope,
        scope.assignments.filter(
          (running) => running.role === 'LEAD' || running.organisationId === target!.id,
        ),
      );
      // The old rows must be closed before the new lead is written: one running lead per report.
      await scope.em.flush();
      const lead = await assign(scope, target!, 'LEAD', deps.newId);
      return {
        entry: { kind: 'DISPOSED', text: note, audience: 'OFFICERS', toOrganisationId: target!.id },
        afterEntry: () => beginHandOvers(deps, scope, [lead]),
      };
    },
  );
}

export const TARGET_MESSAGES = {
  NOT_FOUND: 'There is no such organisation.',
  NOT_ACTIVE: 'This organisation no longer exists; choose its successor.',
  SAME: 'The report is already there.',
  OUTSIDE_AUTHORITY: 'The report can only go to a unit below your own.',
};

export function targetFault(
  target: OrganisationCopy | undefined,
  { report, acting }: ChangeScope,
  viewer: Viewer,
): keyof typeof TARGET_MESSAGES | null {
  const leadPath = report.leadPath ?? [];
  if (!target) return 'NOT_FOUND';
  if (target.status !== 'ACTIVE') return 'NOT_ACTIVE';
  if (target.id === leadPath.at(-1)) return 'SAME';
  // A post by which the viewer does not reach the report cannot take it elsewhere either.
  const reaching = (role: PostRole) =>
    workingPosts(viewer)
      .filter((post) => post.role === role && leadPath.includes(post.organisationId))
      .map(({ organisationId }) => organisationId);
  // A stand-in has the say of the organisation for which it stands.
  const lead = report.leadOrganisationId;
  const standsIn = acting?.by === 'STAND_IN' && acting.assignment.organisationId === lead;
  const reachable =
    (standsIn && target.path.includes(lead!)) ||
    reaching('AGENCY_ADMIN').some((id) => target.path.includes(id)) ||
    reaching('LIAISON_OFFICER').some((id) => target.path.at(-2) === id);
  return reachable ? null : 'OUTSIDE_AUTHORITY';
}
