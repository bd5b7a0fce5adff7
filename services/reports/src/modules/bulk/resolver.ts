import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { show, toUserError } from '../report/graphql-index.ts';
import { reportId as uuid } from '../report/index.ts';
import { applyBulk } from './apply-bulk.ts';
import {
  ApplyBulkInput,
  ApplyBulkResult,
  BulkActionEnum,
  BulkApplied,
  BulkForecast,
  BulkOutcome,
} from './graphql.ts';
import { mayActInBulk, previewBulk } from './preview-bulk.ts';
import { MOST_AT_ONCE, type BulkAction } from './vocabulary.ts';

@Resolver()
export class BulkResolver {
  @Query(() => [BulkForecast], {
    description:
      'What would come of doing one thing to many reports, in the order asked for; empty for whoever is no officer.',
  })
  async previewBulk(
    @Ctx() context: ReportsContext,
    @Arg('action', () => BulkActionEnum, { description: 'What to do.' }) action: BulkAction,
    @Arg('reportIds', () => [ID], { description: 'The reports; the first hundred are looked at.' })
    reportIds: string[],
    @Arg('templateId', () => ID, { nullable: true, description: 'ANSWER_FROM_TEMPLATE: the template.' })
    templateId: string | null,
  ): Promise<BulkForecast[]> {
    const { deps, viewer } = context;
    if (!mayActInBulk(viewer)) return [];
    const ids = [...new Set(reportIds)].filter((id) => uuid.safeParse(id).success).slice(0, MOST_AT_ONCE);
    const template = uuid.safeParse(templateId).success ? templateId : null;
    const foreseen = await previewBulk(deps, { action, reportIds: ids, templateId: template }, viewer);
    return foreseen.map(({ reportId, row, code, rendered }) =>
      Object.assign(new BulkForecast(), {
        reportId,
        report: row && show(context)(row),
        wouldChange: code === null,
        code,
        text: rendered?.text ?? null,
      }),
    );
  }

  @Mutation(() => ApplyBulkResult, {
    description: 'Does one thing to many reports, each for itself: what fails fails alone.',
  })
  async applyBulk(
    @Arg('input', () => ApplyBulkInput, { description: 'What to do, and to which.' }) input: ApplyBulkInput,
    @Ctx() context: ReportsContext,
  ) {
    const { deps, viewer, loaders } = context;
    const result = await applyBulk(deps, input, viewer);
    if (!result.ok) return toUserError(result.failure);
    const rows = await loaders.report.clearAll().loadMany(result.value.map(({ reportId }) => reportId));
    const outcomes = result.value.map(({ reportId, code }, index) => {
      const row = rows[index];
      return Object.assign(new BulkOutcome(), {
        reportId,
        isChanged: code === null,
        code,
        report: row && !(row instanceof Error) ? show(context)(row) : null,
      });
    });
    return Object.assign(new BulkApplied(), {
      outcomes,
      changedCount: outcomes.filter(({ isChanged }) => isChanged).length,
    });
  }
}
