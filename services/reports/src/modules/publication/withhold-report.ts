import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import {
  changeReport,
  expectedVersion,
  LIMITS,
  reportId,
  requestKey,
  typed,
  validate,
  type ReportsDependencies,
} from '../report/index.ts';
import { beginHold } from './hold.ts';
import { noteModeration } from './note-moderation.ts';
import { MODERATION_RULES } from './vocabulary.ts';

const schema = z.object({
  reportId,
  requestKey,
  expectedVersion,
  reason: typed(...LIMITS.reason),
  rule: z.enum(MODERATION_RULES),
});

/** Takes a report from the public, or keeps it from being published: the national desk's alone, for three working days, with a reason the parties read. */
export async function withholdReport(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { reason, rule, ...request } = valid.value;
  return changeReport(
    deps,
    viewer,
    { ...request, operation: 'withhold', transition: 'withhold' },
    async ({ em, report, now, actor }) => {
      report.isPublished = false;
      report.withholdReason = reason;
      await beginHold(em, report, now);
      await noteModeration(deps, em, report, { kind: 'WITHHELD', rule, at: now, actor });
      return { entry: { kind: 'WITHHELD', text: reason, audience: 'PARTIES', reasonCode: rule } };
    },
  );
}
