import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { beginHandOvers } from '../hand-over/index.ts';
import { resolveOrganisations, type OrganisationCopy } from '../organisation/index.ts';
import {
  changeReport,
  expectedVersion,
  givenId,
  reportId,
  requestKey,
  validate,
  type Assignment,
  type ChangeScope,
  type FieldFault,
  type ReportsDependencies,
} from '../report/index.ts';
import { assign, endAssignments } from './assignments.ts';
import { exclusionFault } from './exclusion.ts';
import { reachesByLead } from './reach.ts';

const MOST_CO_HANDLERS = 5;

const schema = z.object({
  reportId,
  requestKey,
  expectedVersion,
  organisationIds: z
    .array(givenId(100))
    .max(MOST_CO_HANDLERS)
    .transform((ids) => [...new Set(ids)]),
});

/**
 * Says who helps from now on, five units at most: the national desk among all, who leads among the units below the own. Units
 * that somebody else asked for help stay.
 */
export async function assignCoHandlers(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { organisationIds, ...request } = valid.value;
  return changeReport(
    deps,
    viewer,
    { ...request, operation: 'assign', transition: 'assignCoHandlers' },
    async (scope) => {
      const running = scope.assignments.filter(({ role }) => role === 'CO_HANDLER');
      const resolved = await resolveOrganisations(scope.em, organisationIds);
      const wanted = new Set([...resolved.values()].map(({ id }) => id));
      const added = organisationIds.filter(
        (id) => !running.some(({ organisationId }) => organisationId === (resolved.get(id)?.id ?? id)),
      );
      const removed = running.filter(
        (assignment) => !wanted.has(assignment.organisationId) && reachesByLead(viewer, scope, assignment),
      );
      const faults = added.flatMap((id) =>
        faultOf(resolved.get(id), `input.organisationIds.${organisationIds.indexOf(id)}`, scope, viewer),
      );
      if (faults.length > 0) return { type: 'invalid', faults };
      if (added.length === 0 && removed.length === 0)
        return {
          type: 'invalid',
          faults: [
            {
              path: 'input.organisationIds',
              code: 'UNCHANGED',
              message: 'These are the ones who help already.',
            },
          ],
        };
      endAssignments(scope, removed);
      await scope.em.flush();
      const begun: Assignment[] = [];
      for (const id of new Set(added.map((one) => resolved.get(one)!)))
        begun.push(await assign(scope, id, 'CO_HANDLER', deps.newId));
      return {
        entry: { kind: 'CO_HANDLERS_CHANGED' },
        afterEntry: () => beginHandOvers(deps, scope, begun),
      };
    },
  );
}

function faultOf(
  organisation: OrganisationCopy | undefined,
  path: string,
  scope: ChangeScope,
  viewer: Viewer,
): FieldFault[] {
  if (!organisation) return [{ path, code: 'NOT_FOUND', message: 'There is no such organisation.' }];
  if (organisation.status !== 'ACTIVE')
    return [
      { path, code: 'NOT_ACTIVE', message: 'This organisation no longer exists; choose its successor.' },
    ];
  if (organisation.id === scope.report.leadOrganisationId)
    return [{ path, code: 'LEAD_TWICE', message: 'The lead cannot be a co-handler too.' }];
  if (!reachesByLead(viewer, scope, organisation))
    return [{ path, code: 'OUTSIDE_AUTHORITY', message: 'An agency asks its own units for help.' }];
  return exclusionFault(scope.report, organisation, path, viewer);
}
