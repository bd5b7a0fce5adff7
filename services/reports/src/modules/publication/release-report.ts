import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import {
  changeReport,
  expectedVersion,
  reportId,
  requestKey,
  validate,
  type ReportsDependencies,
} from '../report/index.ts';
import { endHold } from './hold.ts';
import { noteModeration } from './note-moderation.ts';

const schema = z.object({ reportId, requestKey, expectedVersion });

/** Publishes what was held back, or what the reporter made public after it was passed on. */
export async function releaseReport(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  return changeReport(
    deps,
    viewer,
    { ...valid.value, operation: 'release', transition: 'publish' },
    async ({ em, report, now, actor }) => {
      report.isPublished = true;
      report.publishedAt ??= now;
      endHold(report);
      await noteModeration(deps, em, report, { kind: 'RELEASED', rule: null, at: now, actor });
      return { entry: { kind: 'PUBLISHED' } };
    },
  );
}
