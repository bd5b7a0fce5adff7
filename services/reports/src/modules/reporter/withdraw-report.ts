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

const schema = z.object({
  reportId,
  requestKey,
  expectedVersion,
  reason: z
    .union([z.literal('').transform(() => null), typed(1, LIMITS.reason[1])])
    .nullish()
    .transform((value) => value ?? null),
});

/** The reporter takes an open report back; it is archived. */
export async function withdrawReport(
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
    { ...request, operation: 'withdraw', transition: 'withdraw' },
    ({ report }) => {
      report.archiveCode = 'WITHDRAWN';
      report.missingData = null;
      return { entry: { kind: 'WITHDRAWN', text: reason, audience: 'PARTIES', reasonCode: 'WITHDRAWN' } };
    },
  );
}
