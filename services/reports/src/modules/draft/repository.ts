import type { Database } from '@lapor/database';
import type { AnswerKind, ObstacleReason, ResultOutcome } from '../report/index.ts';

/** What an officer has written and not sent. */
export interface DraftRow {
  report_id: string;
  kind: AnswerKind;
  text: string;
  promised_on: string | null;
  outcome: ResultOutcome | null;
  obstacle_reason: ObstacleReason | null;
  no_proof_reason: string | null;
  saved_at: Date;
}

/** An officer's drafts of some reports. */
export const findDrafts = (database: Database, reportIds: readonly string[], officerId: string) =>
  database.query<DraftRow>(
    'drafts-of-officer',
    `select report_id, kind, text, promised_on, outcome, obstacle_reason, no_proof_reason, saved_at
     from answer_draft where report_id = any($1::uuid[]) and officer_id = $2`,
    [reportIds, officerId],
  );
