import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
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

const schema = z.object({ reportId, requestKey, expectedVersion, missingData: typed(...LIMITS.reason) });

/** Sends a report back to its reporter for what is missing; all clocks pause, after 30 days without an answer it is archived. */
export async function postponeReport(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { missingData, ...request } = valid.value;
  return changeReport(
    deps,
    viewer,
    { ...request, operation: 'postpone', transition: 'postpone' },
    ({ report }) => {
      report.missingData = missingData;
      return { entry: { kind: 'POSTPONED', text: missingData, audience: 'PARTIES' }, waitsFor: 'CITIZEN' };
    },
  );
}
