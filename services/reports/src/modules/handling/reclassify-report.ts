import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import {
  changeReport,
  LIMITS,
  REPORT_CLASSES,
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
  class: z.enum(REPORT_CLASSES),
  reason: typed(...LIMITS.reason),
});

/** Gives a report another class; `sla` computes the resolution clock anew from its old start. */
export async function reclassifyReport(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { class: reportClass, reason, ...request } = valid.value;
  return changeReport(
    deps,
    viewer,
    { ...request, operation: 'reclassify', transition: 'reclassify' },
    ({ report }) => {
      if (report.class === reportClass) {
        return {
          type: 'invalid',
          faults: [{ path: 'input.class', code: 'UNCHANGED', message: 'The report already has this class.' }],
        };
      }
      report.class = reportClass;
      return { entry: { kind: 'RECLASSIFIED', text: reason, audience: 'PARTIES', reasonCode: reportClass } };
    },
  );
}
