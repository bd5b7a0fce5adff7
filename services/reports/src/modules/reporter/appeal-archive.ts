import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { letGo } from '../duplicate/index.ts';
import {
  changeReport,
  LIMITS,
  reportId,
  requestKey,
  expectedVersion,
  typed,
  validate,
  type ReportsDependencies,
} from '../report/index.ts';

const schema = z.object({ reportId, requestKey, expectedVersion, text: typed(...LIMITS.reason) });

/** Within 14 days the reporter asks the national desk to look at an archived report again. */
export async function appealArchive(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { text, ...request } = valid.value;
  return changeReport(deps, viewer, { ...request, operation: 'appeal', transition: 'appeal' }, (scope) => {
    const { report } = scope;
    const afterEntry = letGo(scope);
    report.archiveCode = null;
    report.deskOrganisationId = null;
    report.leadOrganisationId = null;
    report.leadPath = null;
    for (const assignment of scope.assignments.splice(0)) assignment.endedAt = scope.now;
    return { entry: { kind: 'APPEALED', text, audience: 'PARTIES' }, waitsFor: 'VERIFIER', afterEntry };
  });
}
