import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { beginHandOvers } from '../hand-over/index.ts';
import { findOrganisations, resolveOrganisations } from '../organisation/index.ts';
import {
  changeReport,
  expectedVersion,
  givenId,
  reportId,
  requestKey,
  validate,
  type Failure,
  type ReportsDependencies,
} from '../report/index.ts';
import { assign, endAssignments } from './assignments.ts';
import { exclusionFault } from './exclusion.ts';
import { reachesByLead } from './reach.ts';

const schema = z.object({ reportId, requestKey, expectedVersion, organisationId: givenId(100) });

const PATH = 'input.organisationId';

/** Lets another unit give the public answer; the one that did so helps from now on. */
export async function changeLead(deps: ReportsDependencies, input: z.input<typeof schema>, viewer: Viewer) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { organisationId, ...request } = valid.value;
  return changeReport(
    deps,
    viewer,
    { ...request, operation: 'assign', transition: 'changeLead' },
    async (scope) => {
      const { em, report, assignments } = scope;
      const target = (await resolveOrganisations(em, [organisationId])).get(organisationId);
      const refuse = (code: string, message: string): Failure => ({
        type: 'invalid',
        faults: [{ path: PATH, code, message }],
      });
      if (!target) return refuse('NOT_FOUND', 'There is no such organisation.');
      if (target.status !== 'ACTIVE')
        return refuse('NOT_ACTIVE', 'This organisation no longer exists; choose its successor.');
      if (target.id === report.leadOrganisationId) return refuse('SAME', 'It leads already.');
      if (!reachesByLead(viewer, scope, target))
        return refuse('OUTSIDE_AUTHORITY', 'The lead can only go to a unit below your own.');
      const excluded = exclusionFault(report, target, PATH, viewer);
      if (excluded.length > 0) return { type: 'invalid', faults: excluded };

      const former = assignments.find(({ role }) => role === 'LEAD');
      endAssignments(
        scope,
        assignments.filter(({ role, organisationId: id }) => role === 'LEAD' || id === target.id),
      );
      // The old rows must be closed before the new ones are written: one running lead, and each organisation once.
      await em.flush();
      const begun = [await assign(scope, target, 'LEAD', deps.newId)];
      const before =
        former && (await findOrganisations(em, [former.organisationId])).get(former.organisationId);
      if (before?.status === 'ACTIVE') begun.push(await assign(scope, before, 'CO_HANDLER', deps.newId));
      // What another government gave as the result is not the new one's.
      const isAnother = former?.governmentId !== target.governmentId;
      if (isAnother) report.lastResultAt = null;
      return {
        entry: { kind: 'LEAD_CHANGED', audience: 'PUBLIC', toOrganisationId: target.id },
        ...(isAnother ? { waitsFor: 'AGENCY' as const } : {}),
        afterEntry: () => beginHandOvers(deps, scope, begun),
      };
    },
  );
}
