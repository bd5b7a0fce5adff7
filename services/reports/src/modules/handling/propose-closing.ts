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

/** An agency may only propose that a report be closed; the national desk or the reporter decides. */
export async function proposeClosing(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { reason, ...request } = valid.value;
  return changeReport(
    deps,
    viewer,
    { ...request, operation: 'proposeClosing', transition: 'proposeClosing' },
    () => ({
      entry: { kind: 'CLOSING_PROPOSED', text: reason, audience: 'PARTIES' },
    }),
  );
}
