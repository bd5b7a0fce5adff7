import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { answerChange, ChangeReportResult } from '../report/graphql-index.ts';
import { correctAnswer } from './correct-answer.ts';
import { CorrectAnswerInput } from './graphql.ts';

@Resolver()
export class CorrectionMutations {
  @Mutation(() => ChangeReportResult, {
    description:
      'Puts the words of a sent answer right, within 3 days and by the organisation that gave it; both versions stay.',
  })
  async correctAnswer(
    @Arg('input', () => CorrectAnswerInput, { description: 'Which answer, and the words.' })
    input: CorrectAnswerInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await correctAnswer(context.deps, input, context.viewer));
  }
}
