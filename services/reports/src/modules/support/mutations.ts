import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { answerChange, ChangeReportResult } from '../report/graphql-index.ts';
import { supportReport } from './support-report.ts';

@InputType({ description: 'Support for a report.' })
export class SupportReportInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
}

@Resolver()
export class SupportMutations {
  @Mutation(() => ChangeReportResult, { description: '"Saya juga mengalami": counts once per person.' })
  async supportReport(
    @Arg('input', () => SupportReportInput, { description: 'Which report.' }) input: SupportReportInput,
    @Ctx() context: ReportsContext,
  ) {
    context.loaders.supported.clear(input.reportId);
    return answerChange(context, await supportReport(context.deps, input, context.viewer));
  }
}
