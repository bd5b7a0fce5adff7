import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { applyAnswer, KINDS, promiseFault } from '../answer/index.ts';
import {
  about,
  changeReport,
  expectedVersion,
  LIMITS,
  may,
  policyFactsOf,
  reportId,
  requestKey,
  typed,
  validate,
  type AnswerKind,
  type ChangeScope,
  type Failure,
  type ObstacleReason,
  type ReportsDependencies,
  type ResultOutcome,
} from '../report/index.ts';

interface ProposalRow {
  id: string;
  entry_id: string;
  author_id: string | null;
  organisation_id: string | null;
  assigned_organisation_id: string;
  by_stand_in: boolean;
  kind: AnswerKind;
  text: string;
  promised_on: string | null;
  outcome: ResultOutcome | null;
  obstacle_reason: ObstacleReason | null;
  no_proof_reason: string | null;
  file_count: number;
}

const NO_SUCH_PROPOSAL: Failure = {
  type: 'invalid',
  faults: [
    { path: 'input.proposalId', code: 'NOT_FOUND', message: 'No such answer waits for approval any more.' },
  ],
};

/** The proposal that waits, when this approver may decide on it: of a unit that the post reaches, and never one's own. */
async function findWaiting(
  deps: ReportsDependencies,
  { em, report, assignments, now }: ChangeScope,
  proposalId: string,
  viewer: Viewer,
): Promise<ProposalRow | Failure> {
  const [proposal] = await em.execute<ProposalRow[]>(
    `select p.id, p.entry_id, p.author_id, p.organisation_id, p.assigned_organisation_id, p.by_stand_in, p.kind, h.text, p.promised_on::text as promised_on,
       p.outcome, p.obstacle_reason, p.no_proof_reason, (select count(*)::int from attachment a where a.history_id = p.entry_id) as file_count
     from answer_proposal p join history h on h.id = p.entry_id where p.id = ? and p.report_id = ? and p.state = 'OPEN'`,
    [proposalId, report.id],
  );
  if (!proposal) return NO_SUCH_PROPOSAL;
  const facts = await policyFactsOf(em, report, assignments, viewer, deps.lookupSecret, now);
  if (!may(viewer, about(facts, proposal.assigned_organisation_id), 'approveAnswer')) return NO_SUCH_PROPOSAL;
  return proposal.author_id !== null && proposal.author_id === viewer.accountId
    ? { type: 'refused', code: 'OWN_ANSWER', state: report.state }
    : proposal;
}

const approving = z.object({ reportId, requestKey, expectedVersion, proposalId: z.uuid() });

/** Lets an answer stand from now on: the change is the one that it would have been, by its unit, with who approved in the entry. */
export async function approveAnswer(
  deps: ReportsDependencies,
  input: z.input<typeof approving>,
  viewer: Viewer,
) {
  const valid = validate(approving, input);
  if (!valid.ok) return valid;
  const { proposalId, ...request } = valid.value;
  return changeReport(
    deps,
    viewer,
    { ...request, operation: 'approveAnswer', transition: 'approveAnswer' },
    async (scope) => {
      const { em, assignments, now, actor } = scope;
      const found = await findWaiting(deps, scope, proposalId, viewer);
      if ('type' in found) return found;
      const assignment = assignments.find(
        ({ organisationId }) => organisationId === found.assigned_organisation_id,
      )!;
      const answer = {
        kind: found.kind,
        text: found.text,
        promisedOn: found.promised_on,
        outcome: found.outcome,
        obstacleReason: found.obstacle_reason,
        noProofReason: found.no_proof_reason,
      };
      const fault = promiseFault(answer, now, assignment.timeZone);
      if (fault) return fault;
      const effects = applyAnswer(
        deps,
        scope,
        answer,
        {
          isLead: assignment.role === 'LEAD',
          standsInFor: found.by_stand_in ? assignment.organisationId : null,
          author: { ...actor, officerId: null },
          hasFiles: found.file_count > 0,
        },
        async (historyId) => {
          await em.execute('update attachment set history_id = ? where history_id = ?', [
            historyId,
            found.entry_id,
          ]);
          await decide(em, found.id, 'APPROVED', now, historyId);
          return [];
        },
      );
      return {
        ...effects,
        transition: KINDS[found.kind].transition,
        // The unit answers; the officer of the entry is who let it go, and who wrote it stands in the one that proposed it.
        actor: { ...actor, organisationId: found.organisation_id },
      };
    },
  );
}

const rejecting = z.object({
  reportId,
  requestKey,
  expectedVersion,
  proposalId: z.uuid(),
  reason: typed(...LIMITS.reason),
});

/** Gives an answer back to its author with a reason, which officers alone read. */
export async function rejectAnswer(
  deps: ReportsDependencies,
  input: z.input<typeof rejecting>,
  viewer: Viewer,
) {
  const valid = validate(rejecting, input);
  if (!valid.ok) return valid;
  const { proposalId, reason, ...request } = valid.value;
  return changeReport(
    deps,
    viewer,
    { ...request, operation: 'approveAnswer', transition: 'rejectAnswer' },
    async (scope) => {
      const found = await findWaiting(deps, scope, proposalId, viewer);
      if ('type' in found) return found;
      return {
        entry: { kind: 'ANSWER_REJECTED', text: reason, audience: 'OFFICERS', reasonCode: found.kind },
        afterEntry: (historyId) => decide(scope.em, found.id, 'REJECTED', scope.now, historyId),
      };
    },
  );
}

const decide = async (
  em: ChangeScope['em'],
  id: string,
  state: 'APPROVED' | 'REJECTED',
  now: Date,
  historyId: string,
): Promise<void> => {
  await em.execute(
    'update answer_proposal set state = ?, decided_at = ?, decided_entry_id = ? where id = ?',
    [state, now.toISOString(), historyId, id],
  );
};
