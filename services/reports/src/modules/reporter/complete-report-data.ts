import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { attachToHistory } from '../attachment/index.ts';
import {
  attachmentIds,
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
  text: typed(...LIMITS.reply),
  attachmentIds,
});

/** The reporter adds what the verifier asked for; the report goes back into the queue and its clocks run on. */
export async function completeReportData(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { text, attachmentIds: files, ...request } = valid.value;
  return changeReport(
    deps,
    viewer,
    { ...request, operation: 'completeData', transition: 'completeData' },
    ({ em, report }) => {
      report.missingData = null;
      return {
        entry: { kind: 'COMPLETED_DATA', text, audience: 'PARTIES' },
        waitsFor: 'VERIFIER',
        afterEntry: (historyId) => attachToHistory(deps, em, { report, historyId, ids: files, viewer }),
      };
    },
  );
}
