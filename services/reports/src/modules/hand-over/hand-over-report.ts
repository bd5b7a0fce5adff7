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
import { beginHandOver } from './begin-hand-overs.ts';

const schema = z.object({ reportId, requestKey, expectedVersion, organisationId: givenId(100) });

/** Gives the head of an organisation that nobody staffs a new link; the old one ends, whoever has it. */
export async function handOverReport(
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
    { ...request, operation: 'handOver', transition: 'handOver', organisationId },
    async (scope) => {
      const assignment = scope.assignments.find((running) => running.organisationId === organisationId)!;
      if (assignment.handOverId) await endHandOvers(scope.em, [assignment.handOverId], 'REPLACED', scope.now);
      return { entry: await beginHandOver(deps, scope, assignment) };
    },
  );
}
