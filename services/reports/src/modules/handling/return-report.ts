import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import {
  changeReport,
  LIMITS,
  MOST_RETURNS,
  reportId,
  requestKey,
  expectedVersion,
  RETURN_REASONS,
  typed,
  validate,
  type ReportsDependencies,
} from '../report/index.ts';
import { deskAbove } from '../organisation/index.ts';
import { endAssignments } from './assignments.ts';
import { decidesNationally } from './decides-nationally.ts';
import { giveBackPart } from './give-back-part.ts';

const schema = z.object({
  reportId,
  requestKey,
  expectedVersion,
  reason: z.enum(RETURN_REASONS),
  text: typed(...LIMITS.reason),
});

/**
 * "Not our authority": back to the next staffed level above within the government, from its root to the national desk.
 * After the last allowed return the national desk decides, and always where nobody in between need read it or may judge it.
 * Who only helps gives the own part back: the report stays with its lead.
 */
export async function returnReport(deps: ReportsDependencies, input: z.input<typeof schema>, viewer: Viewer) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { reason, text, ...request } = valid.value;
  return changeReport(
    deps,
    viewer,
    { ...request, operation: 'return', transition: 'return' },
    async (scope) => {
      if (!scope.isLead) return giveBackPart(scope, { reason, text });
      const { em, report } = scope;
      report.returnCount += 1;
      const goesToNationalDesk = report.returnCount >= MOST_RETURNS || (await decidesNationally(em, report));
      // A level at which nobody works is passed over: a report waits where somebody sees it.
      const above = goesToNationalDesk ? null : await deskAbove(em, report.leadPath ?? []);
      report.deskOrganisationId = above?.id ?? null;
      report.leadOrganisationId = null;
      report.leadPath = null;
      report.lastResultAt = null;
      endAssignments(scope, [...scope.assignments]);
      return {
        entry: {
          kind: 'RETURNED',
          text,
          audience: 'PARTIES',
          reasonCode: reason,
          toOrganisationId: report.deskOrganisationId,
        },
        waitsFor: 'VERIFIER',
      };
    },
  );
}
