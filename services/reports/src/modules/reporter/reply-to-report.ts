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

/** A word of the reporter, or of the national desk, to the agency. The reporter's starts the agency's turn and stops the automatic closing. */
export async function replyToReport(
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
    { ...request, operation: 'reply', transition: 'reply' },
    ({ em, report, actor }) => {
      report.lastResultAt = null;
      return {
        entry: { kind: 'REPLIED', text, audience: 'PARTIES' },
        waitsFor: actor.kind === 'CITIZEN' ? 'AGENCY' : report.waitsFor,
        afterEntry: (historyId) => attachToHistory(deps, em, { report, historyId, ids: files, viewer }),
      };
    },
  );
}
