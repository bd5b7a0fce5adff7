import { z } from 'zod';
import type { PostRole, Viewer } from '@lapor/viewer';
import type { TextAudience } from '../history/index.ts';
import {
  changeReport,
  expectedVersion,
  LIMITS,
  reportId,
  requestKey,
  typed,
  validate,
  workingPosts,
  type HistoryKind,
  type ReportsDependencies,
} from '../report/index.ts';
import { CORRECTABLE, isCorrectable } from './vocabulary.ts';

const schema = z.object({
  reportId,
  requestKey,
  expectedVersion,
  entryId: z.uuid(),
  text: typed(...LIMITS.answer),
});

interface AnswerRow {
  sequence: number;
  kind: HistoryKind;
  at: Date;
  organisation_id: string | null;
  text: string | null;
  text_audience: TextAudience;
  /** The words that stand now: its own, or those of the newest correction. */
  standing: string | null;
}

const HANDLING: readonly PostRole[] = ['AGENCY_ADMIN', 'LIAISON_OFFICER', 'NATIONAL_ADMIN'];

const fault = (path: string, code: string, message: string) => ({
  type: 'invalid' as const,
  faults: [{ path, code, message }],
});

/**
 * Puts the words of a sent answer right, within three days and by the organisation that gave it. Both versions stay in the
 * history; no clock moves, and a promised day stays what it was.
 */
export async function correctAnswer(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { entryId, text, ...request } = valid.value;
  return changeReport(
    deps,
    viewer,
    { ...request, operation: 'correct', transition: 'correct' },
    async ({ em, report, now }) => {
      const [answer] = await em.execute<AnswerRow[]>(
        `select h.sequence, h.kind, h.at, h.organisation_id, h.text, h.text_audience,
           coalesce((select c.text from history c where c.report_id = h.report_id and c.kind = 'CORRECTED' and c.reason_code = h.sequence::text
             order by c.sequence desc limit 1), h.text) as standing
         from history h where h.id = ? and h.report_id = ?`,
        [entryId, report.id],
      );
      if (!answer || !CORRECTABLE.has(answer.kind))
        return fault('input.entryId', 'NOT_FOUND', 'There is no such answer to this report.');
      const isOwn = workingPosts(viewer).some(
        (post) => HANDLING.includes(post.role) && post.organisationId === answer.organisation_id,
      );
      if (!isOwn)
        return fault(
          'input.entryId',
          'OUTSIDE_AUTHORITY',
          'Only the organisation that answered corrects it.',
        );
      if (!isCorrectable(new Date(answer.at), now))
        return { type: 'refused', code: 'TOO_LATE', state: report.state };
      if (answer.standing === text)
        return fault('input.text', 'SAME', 'These are the words that stand already.');
      return {
        entry: {
          kind: 'CORRECTED',
          text,
          audience: answer.text_audience,
          // Which entry: under the chain as everything an entry says.
          reasonCode: String(answer.sequence),
        },
      };
    },
  );
}
