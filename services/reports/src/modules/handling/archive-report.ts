import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import {
  ARCHIVE_CODES,
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
  code: z.enum(ARCHIVE_CODES).refine((code) => code !== 'WITHDRAWN', {
    params: { code: 'REPORTER_ONLY' },
    message: 'Only the reporter withdraws a report.',
  }),
  text: typed(...LIMITS.reason),
});

/** Ends a report that cannot be handled, with a code and a text to the reporter, who may appeal. */
export async function archiveReport(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { code, text, ...request } = valid.value;
  return changeReport(
    deps,
    viewer,
    { ...request, operation: 'archive', transition: 'archive' },
    ({ report }) => {
      if (code === 'NOT_COMPLETED' && report.state !== 'POSTPONED') {
        return {
          type: 'invalid',
          faults: [
            {
              path: 'input.code',
              code: 'NOT_POSTPONED',
              message: 'Only a postponed report can be archived as not completed.',
            },
          ],
        };
      }
      report.archiveCode = code;
      report.missingData = null;
      return { entry: { kind: 'ARCHIVED', text, audience: 'PARTIES', reasonCode: code } };
    },
  );
}
