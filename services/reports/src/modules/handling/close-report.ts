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

const schema = z.object({ reportId, requestKey, expectedVersion, reason: typed(...LIMITS.reason) });

/** The national desk closes a report that was followed up, with a reason the reporter reads and may dispute. */
export async function closeReport(deps: ReportsDependencies, input: z.input<typeof schema>, viewer: Viewer) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { reason, ...request } = valid.value;
  return changeReport(deps, viewer, { ...request, operation: 'close', transition: 'close' }, ({ report }) => {
    report.closingCode = 'NATIONAL_ADMIN';
    return { entry: { kind: 'COMPLETED', text: reason, audience: 'PUBLIC', reasonCode: 'NATIONAL_ADMIN' } };
  });
}
