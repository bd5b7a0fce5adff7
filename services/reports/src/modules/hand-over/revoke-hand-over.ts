import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import {
  changeReport,
  endHandOvers,
  givenId,
  reportId,
  requestKey,
  expectedVersion,
  validate,
  type ReportsDependencies,
} from '../report/index.ts';

const schema = z.object({ reportId, requestKey, expectedVersion, organisationId: givenId(100) });

/** Ends the link to the head of an organisation at once; the stand-in goes on answering. */
export async function revokeHandOver(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { organisationId, ...request } = valid.value;
  return changeReport(
    deps,
    viewer,
    { ...request, operation: 'handOver', transition: 'endHandOver', organisationId },
    async ({ em, assignments, now, report }) => {
      const assignment = assignments.find((running) => running.organisationId === organisationId)!;
      if (!assignment.handOverId) return { type: 'refused', code: 'NO_HAND_OVER', state: report.state };
      await endHandOvers(em, [assignment.handOverId], 'REVOKED', now);
      assignment.handOverId = null;
      assignment.handOverUntil = null;
      return {
        entry: {
          kind: 'HAND_OVER_ENDED',
          audience: 'PUBLIC',
          toOrganisationId: organisationId,
          reasonCode: 'REVOKED',
        },
      };
    },
  );
}
