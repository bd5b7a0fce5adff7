import type { Answer } from '../answer/index.ts';
import { forgetDraft } from '../draft/index.ts';
import { tellDeciders } from './tell-deciders.ts';
import type { ChangeEffects, ChangeScope, ReportsDependencies } from '../report/index.ts';

/** Puts an answer before those who approve: officers read it, no clock hears of it. A new one takes the place of one that waits. */
export function proposeAnswer(
  deps: ReportsDependencies,
  scope: ChangeScope,
  answer: Answer,
  attach: (historyId: string) => Promise<string[]>,
): ChangeEffects {
  const { em, report, now, actor, acting } = scope;
  const { organisationId } = acting!.assignment;
  return {
    transition: 'proposeAnswer',
    entry: {
      kind: 'ANSWER_PROPOSED',
      text: answer.text,
      audience: 'OFFICERS',
      promisedOn: answer.promisedOn,
      reasonCode: answer.kind,
      toOrganisationId: acting!.by === 'STAND_IN' ? organisationId : null,
    },
    afterEntry: async (historyId) => {
      await em.execute(
        `update answer_proposal set state = 'REPLACED', decided_at = ? where report_id = ? and assigned_organisation_id = ? and state = 'OPEN'`,
        [now.toISOString(), report.id, organisationId],
      );
      await em.execute(
        `insert into answer_proposal (id, report_id, entry_id, author_id, organisation_id, assigned_organisation_id, by_stand_in, kind, promised_on,
           outcome, obstacle_reason, no_proof_reason, proposed_at, state)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')`,
        [
          deps.newId(),
          report.id,
          historyId,
          actor.officerId,
          actor.organisationId,
          organisationId,
          acting!.by === 'STAND_IN',
          answer.kind,
          answer.promisedOn,
          answer.outcome,
          answer.obstacleReason,
          answer.noProofReason,
          now.toISOString(),
        ],
      );
      await tellDeciders(deps, scope);
      await forgetDraft(em, report.id, actor.officerId);
      return attach(historyId);
    },
  };
}
