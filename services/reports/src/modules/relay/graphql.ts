import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { answerChange, ChangeInput, ChangeReportResult } from '../report/graphql-index.ts';
import { replyPrivately, writeToReporter } from './write-privately.ts';

@InputType({ description: 'A private word to the reporter, whoever that is.' })
export class WriteToReporterInput extends ChangeInput {
  @Field(() => String, { description: '2 to 2,000 characters.' }) text!: string;
}

@InputType({ description: 'A private word to those who handle the report.' })
export class ReplyPrivatelyInput extends ChangeInput {
  @Field(() => String, { description: '2 to 2,000 characters.' }) text!: string;
}

@Resolver()
export class RelayMutations {
  @Mutation(() => ChangeReportResult, {
    description:
      'Writes to the reporter privately, without learning who it is; for those who handle the report and the national desk.',
  })
  async writeToReporter(
    @Arg('input', () => WriteToReporterInput, { description: 'To whom, and what.' })
    input: WriteToReporterInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await writeToReporter(context.deps, input, context.viewer));
  }

  @Mutation(() => ChangeReportResult, {
    description: 'Writes to those who handle the report privately; for the reporter.',
  })
  async replyPrivately(
    @Arg('input', () => ReplyPrivatelyInput, { description: 'About which report, and what.' })
    input: ReplyPrivatelyInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await replyPrivately(context.deps, input, context.viewer));
  }
}
