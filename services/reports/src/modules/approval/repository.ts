import type { Database } from '@lapor/database';
import {
  REPORT_COLUMNS,
  type After,
  type AnswerKind,
  type ObstacleReason,
  type ReportRow,
  type ResultOutcome,
} from '../report/index.ts';
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
  obstacle_reason: ObstacleReason | null;
  no_proof_reason: string | null;
  /** The entry that proposed it, which has its files. */
  entry_id: string;
  proposed_at: Date;
}

export const findWaitingAnswers = (database: Database, reportIds: readonly string[]) =>
  database.query<WaitingRow>(
    'waiting-answers',
    `select p.id, p.report_id, p.author_id, p.organisation_id, p.assigned_organisation_id, p.kind, h.text, p.promised_on, p.outcome,
       p.obstacle_reason, p.no_proof_reason, p.entry_id, p.proposed_at
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

export interface ApprovalRow {
  id: string;
  path: string[];
  organisation_id: string | null;
  mode: ApprovalMode | null;
}

/** What is set on the paths of organisations; the last one of each path holds. */
export const findApprovals = (database: Database, organisationIds: readonly string[]) =>
  database.query<ApprovalRow>(
    'answer-approvals',
    `select o.id, o.path, a.organisation_id, a.mode from organisation o left join answer_approval a on a.organisation_id = any(o.path)
     where o.id = any($1)`,
    [organisationIds],
  );

/** Whose posts decide: where somebody is an admin or a head, and who it is, for nobody decides on the own answer. */
export interface Decider {
  organisationIds: readonly string[];
  officerId: string;
}

/** Answers that wait at an organisation or below it for somebody like this, oldest first; of confidential reports those of the own unit. */
export const listAnswersToApprove = (
  database: Database,
  { organisationId, decider, limit }: { organisationId: string; decider: Decider; limit: number },
  after: After | null,
) =>
  database.query<ReportRow & { proposal: WaitingRow; position: string }>(
    `answers-to-approve:${after ? 'after' : ''}`,
    `select ${REPORT_COLUMNS}, p.proposed_at::text as position,
       jsonb_build_object('id', p.id, 'report_id', p.report_id, 'author_id', p.author_id, 'organisation_id', p.organisation_id,
         'assigned_organisation_id', p.assigned_organisation_id, 'kind', p.kind, 'text', h.text, 'promised_on', p.promised_on,
         'outcome', p.outcome, 'obstacle_reason', p.obstacle_reason, 'no_proof_reason', p.no_proof_reason, 'entry_id', p.entry_id,
         'proposed_at', p.proposed_at) as proposal
     from answer_proposal p
     join assignment s on s.report_id = p.report_id and s.organisation_id = p.assigned_organisation_id and s.ended_at is null
     join report r on r.id = p.report_id
     join history h on h.id = p.entry_id
     where p.state = 'OPEN' and r.state in ('DISPOSED', 'IN_PROGRESS')
       and p.assigned_organisation_id in (select o.id from organisation o where o.path @> array[$1::text])
       and case when r.is_confidential then p.assigned_organisation_id = any($2::text[]) else s.path && $2::text[] end
       and p.author_id is distinct from $3
       ${after ? 'and (p.proposed_at, p.id) > ($5::timestamptz, $6::uuid)' : ''}
     order by p.proposed_at, p.id limit $4`,
    [
      organisationId,
      decider.organisationIds,
      decider.officerId,
      limit,
      ...(after ? [after.at, after.id] : []),
    ],
  );
