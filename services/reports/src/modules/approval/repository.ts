import type { Database } from '@lapor/database';
import type { AnswerKind, ResultOutcome } from '../report/index.ts';
import type { ApprovalMode } from './vocabulary.ts';

/** An answer that waits for approval. */
export interface WaitingRow {
  id: string;
  report_id: string;
  author_id: string | null;
  organisation_id: string | null;
  assigned_organisation_id: string;
  kind: AnswerKind;
  text: string;
  promised_on: string | null;
  outcome: ResultOutcome | null;
  proposed_at: Date;
}

export const findWaitingAnswers = (database: Database, reportIds: readonly string[]) =>
  database.query<WaitingRow>(
    'waiting-answers',
    `select p.id, p.report_id, p.author_id, p.organisation_id, p.assigned_organisation_id, p.kind, h.text, p.promised_on, p.outcome, p.proposed_at
     from answer_proposal p join history h on h.id = p.entry_id where p.report_id = any($1::uuid[]) and p.state = 'OPEN' order by p.proposed_at, p.id`,
    [reportIds],
  );

/** Who wrote answers that were approved, by the entry of the answer. */
export const findAuthors = (database: Database, entryIds: readonly string[]) =>
  database.query<{ entry_id: string; author_id: string }>(
    'authors-of-answers',
    `select decided_entry_id as entry_id, author_id from answer_proposal
     where decided_entry_id = any($1::uuid[]) and state = 'APPROVED' and author_id is not null`,
    [entryIds],
  );

/** What is set on the path of an organisation; the last one holds. */
export const findApproval = (database: Database, organisationId: string) =>
  database.query<{ path: string[]; organisation_id: string | null; mode: ApprovalMode | null }>(
    'answer-approval',
    `select o.path, a.organisation_id, a.mode from organisation o left join answer_approval a on a.organisation_id = any(o.path) where o.id = $1`,
    [organisationId],
  );
