import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { answerChange, ChangeReportResult, Report, show } from '../report/graphql-index.ts';
import { lifecycleFacts, may, next, policyFacts } from '../report/index.ts';
import { MarkDuplicateInput, UnmarkDuplicateInput } from './graphql.ts';
import { markDuplicate } from './mark-duplicate.ts';
import { unmarkDuplicate } from './unmark-duplicate.ts';

@Resolver(() => Report)
export class DuplicateResolver {
  @FieldResolver(() => Report, {
    nullable: true,
    description:
      'The report of the same matter that this one follows; null when there is none or the viewer may not read it.',
  })
  async master(@Root() report: Report, @Ctx() context: ReportsContext): Promise<Report | null> {
    const row = report.masterId === null ? null : await context.loaders.report.load(report.masterId);
    return row && show(context)(row);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may part it from the report that it follows now.',
  })
  async viewerCanUnmarkDuplicate(
    @Root() report: Report,
    @Ctx() { deps, loaders, viewer }: ReportsContext,
  ): Promise<boolean> {
    const row = report.masterId === null ? null : await loaders.report.load(report.id);
    return (
      row !== null &&
      may(viewer, policyFacts(row, viewer, deps), 'markDuplicate') &&
      next(lifecycleFacts(row), 'unmarkDuplicate', deps.clock.now()).ok
    );
  }

  @FieldResolver(() => [Report], {
    description:
      'Reports of the same matter that follow this one, as far as the viewer may read them; the 50 oldest.',
  })
  async duplicates(@Root() report: Report, @Ctx() context: ReportsContext): Promise<Report[]> {
    const rows = await context.loaders.duplicates.load(report.id);
    return rows.map(show(context)).filter((found) => found !== null);
  }

  @Mutation(() => ChangeReportResult, {
    description:
      'Links a report to another of the same matter, which it follows: archived at once while nobody handles it, else until that one ends.',
  })
  async markDuplicate(
    @Arg('input', () => MarkDuplicateInput, { description: 'Which one, of which.' })
    input: MarkDuplicateInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await markDuplicate(context.deps, input, context.viewer));
  }

  @Mutation(() => ChangeReportResult, {
    description:
      'Parts a duplicate from its master; one that was archived for it waits for verification again.',
  })
  async unmarkDuplicate(
    @Arg('input', () => UnmarkDuplicateInput, { description: 'Which one.' }) input: UnmarkDuplicateInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await unmarkDuplicate(context.deps, input, context.viewer));
  }
}
