import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { compareProtection } from '../duplicate/index.ts';
import { beginHold } from '../publication/index.ts';
import {
  changeReport,
  reportId,
  requestKey,
  expectedVersion,
  validate,
  type ReportsDependencies,
} from '../report/index.ts';

const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);
const schema = z
  .object({ reportId, requestKey, expectedVersion, anonymous: flag, confidential: flag })
  .refine(({ anonymous, confidential }) => anonymous || confidential, {
    path: ['anonymous'],
    params: { code: 'REQUIRED' },
    message: 'Choose a flag to remove.',
  });

/** The reporter, and nobody else, takes protection off. A report that was held back stays unpublished until the national desk publishes it. */
export async function removeFlag(deps: ReportsDependencies, input: z.input<typeof schema>, viewer: Viewer) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { anonymous, confidential, ...request } = valid.value;
  return changeReport(
    deps,
    viewer,
    { ...request, operation: 'removeFlag', transition: 'removeFlag' },
    async (scope) => {
      const { em, report, now } = scope;
      if (anonymous) report.isAnonymous = false;
      if (confidential && report.isConfidential) {
        report.isConfidential = false;
        // The national desk looks at it before everybody does.
        await beginHold(em, report, now);
        await compareProtection(scope);
      }
      return { entry: { kind: 'FLAG_REMOVED', audience: 'PARTIES' } };
    },
  );
}
