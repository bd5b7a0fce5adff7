import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { loadReport, Report, toUserError } from '../report/graphql-index.ts';
import type { Result } from '../report/index.ts';
import {
  AnswerDraft,
  AnswerDraftKept,
  AnswerDraftResult,
  DiscardAnswerDraftInput,
  SaveAnswerDraftInput,
} from './graphql.ts';
import { discardAnswerDraft, saveAnswerDraft } from './keep-draft.ts';

@Resolver(() => Report)
export class DraftResolver {
  @FieldResolver(() => AnswerDraft, {
    nullable: true,
    description: 'The answer that the viewer has begun; null without one, and for whoever may not answer.',
  })
  async viewerDraft(@Root() report: Report, @Ctx() { loaders }: ReportsContext): Promise<AnswerDraft | null> {
    const row = report.viewerDraftsAnswer ? await loaders.draft.load(report.id) : null;
    return (
      row &&
      Object.assign(new AnswerDraft(), {
        kind: row.kind,
        text: row.text,
        promisedOn: row.promised_on,
        outcome: row.outcome,
        obstacleReason: row.obstacle_reason,
        noProofReason: row.no_proof_reason,
        savedAt: row.saved_at,
      })
    );
  }

  @Mutation(() => AnswerDraftResult, {
    description: 'Keeps what an officer has written so far, one draft for each officer and report.',
  })
  async saveAnswerDraft(
    @Arg('input', () => SaveAnswerDraftInput, { description: 'What was written.' })
    input: SaveAnswerDraftInput,
    @Ctx() context: ReportsContext,
  ) {
    return toResult(context, await saveAnswerDraft(context.deps, input, context.viewer));
  }

  @Mutation(() => AnswerDraftResult, { description: 'Throws the viewer’s draft away.' })
  async discardAnswerDraft(
    @Arg('input', () => DiscardAnswerDraftInput, { description: 'Of which report.' })
    input: DiscardAnswerDraftInput,
    @Ctx() context: ReportsContext,
  ) {
    return toResult(context, await discardAnswerDraft(context.deps, input, context.viewer));
  }
}

async function toResult(context: ReportsContext, result: Result<{ reportId: string }>): Promise<object> {
  if (!result.ok) return toUserError(result.failure);
  context.loaders.draft.clear(result.value.reportId);
  return Object.assign(new AnswerDraftKept(), { report: await loadReport(context, result.value.reportId) });
}
