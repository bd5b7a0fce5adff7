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

/** Within 14 days of its end the reporter says that a completed report is not settled; the agency is at work again. */
export async function disputeReport(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { text, ...request } = valid.value;
  return changeReport(deps, viewer, { ...request, operation: 'dispute', transition: 'dispute' }, (scope) => {
    const { report } = scope;
    const afterEntry = letGo(scope);
    report.closingCode = null;
    report.lastResultAt = null;
    return { entry: { kind: 'DISPUTED', text, audience: 'PARTIES' }, waitsFor: 'AGENCY', afterEntry };
  });
}
