import { toUserError } from '@lapor/request/graphql';
import type { Outcome } from '@lapor/request';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SlaContext } from '../../context.ts';
import { approveLetter } from './approve-letter.ts';
import { editLetter } from './edit-letter.ts';
import { recordLetterReply } from './follow-letter.ts';
import {
  ApproveLetterInput,
  AskClarificationInput,
  AssignOversightInput,
  CloseOversightInput,
  EditLetterInput,
  GiveClarificationInput,
  LetterStale,
  OpenOversightInput,
  OversightChanged,
  OversightLetterChanged,
  OversightLetterResult,
  OversightResult,
  RecommendInput,
  RecordLetterReplyInput,
  RequestOversightInput,
  WriteOversightMessageInput,
} from './graphql/index.ts';
import { toCase, toLetter } from './mapper.ts';
import { openOversight, requestOversight } from './open-case.ts';
import { mayRead } from './policy.ts';
import { findCase, findLetter } from './repository.ts';
import {
  askClarification,
  assignOversight,
  closeOversight,
  giveClarification,
  recommend,
  writeOversightMessage,
} from './use-cases.ts';
import type { OversightRefusalCode } from './vocabulary.ts';

@Resolver()
export class OversightMutations {
  @Mutation(() => OversightResult, {
    description: 'The reporter asks the Ombudsman to look, once verification or follow-up is late.',
  })
  async requestOversight(
    @Arg('input', () => RequestOversightInput, { description: 'Of which report, and why.' })
    input: RequestOversightInput,
    @Ctx() context: SlaContext,
  ): Promise<typeof OversightResult> {
    return answer(context, await requestOversight(context, await context.readRules(), context.viewer, input));
  }

  @Mutation(() => OversightResult, {
    description: 'The Ombudsman opens a case of its own accord, about a report that it reads.',
  })
  async openOversight(
    @Arg('input', () => OpenOversightInput, { description: 'Of which report, and why.' })
    input: OpenOversightInput,
    @Ctx() context: SlaContext,
  ): Promise<typeof OversightResult> {
    return answer(context, await openOversight(context, await context.readRules(), context.viewer, input));
  }

  @Mutation(() => OversightResult, {
    description: 'Asks whoever has the report for an explanation; the office that has the case.',
  })
  async askClarification(
    @Arg('input', () => AskClarificationInput, { description: 'What is to be explained.' })
    input: AskClarificationInput,
    @Ctx() context: SlaContext,
  ): Promise<typeof OversightResult> {
    return answer(context, await askClarification(context, await context.readRules(), context.viewer, input));
  }

  @Mutation(() => OversightResult, {
    description:
      'Explains to the Ombudsman, late as well; officers of the unit that has the report or above it.',
  })
  async giveClarification(
    @Arg('input', () => GiveClarificationInput, { description: 'The explanation.' })
    input: GiveClarificationInput,
    @Ctx() context: SlaContext,
  ): Promise<typeof OversightResult> {
    return answer(
      context,
      await giveClarification(context, await context.readRules(), context.viewer, input),
    );
  }

  @Mutation(() => OversightResult, {
    description: 'A word between the Ombudsman and whoever has the report; moves nothing.',
  })
  async writeOversightMessage(
    @Arg('input', () => WriteOversightMessageInput, { description: 'The word.' })
    input: WriteOversightMessageInput,
    @Ctx() context: SlaContext,
  ): Promise<typeof OversightResult> {
    return answer(
      context,
      await writeOversightMessage(context, await context.readRules(), context.viewer, input),
    );
  }

  @Mutation(() => OversightResult, {
    description: 'The Ombudsman says what should be done; an explanation is no longer waited for.',
  })
  async recommend(
    @Arg('input', () => RecommendInput, { description: 'What should be done.' }) input: RecommendInput,
    @Ctx() context: SlaContext,
  ): Promise<typeof OversightResult> {
    return answer(context, await recommend(context, await context.readRules(), context.viewer, input));
  }

  @Mutation(() => OversightResult, { description: 'Gives the case to another office of the Ombudsman.' })
  async assignOversight(
    @Arg('input', () => AssignOversightInput, { description: 'To which office, and why.' })
    input: AssignOversightInput,
    @Ctx() context: SlaContext,
  ): Promise<typeof OversightResult> {
    return answer(context, await assignOversight(context, await context.readRules(), context.viewer, input));
  }

  @Mutation(() => OversightResult, { description: 'Ends the case; the report goes on as it is.' })
  async closeOversight(
    @Arg('input', () => CloseOversightInput, { description: 'What came of it.' })
    input: CloseOversightInput,
    @Ctx() context: SlaContext,
  ): Promise<typeof OversightResult> {
    return answer(context, await closeOversight(context, await context.readRules(), context.viewer, input));
  }

  @Mutation(() => OversightLetterResult, {
    description:
      'Changes the text of a letter that waits for approval, by those who may approve it. Nothing by which a person could be found is taken: numbers like a NIK or a phone, addresses of mail.',
  })
  async editLetter(
    @Arg('input', () => EditLetterInput, { description: 'The other text.' }) input: EditLetterInput,
    @Ctx() context: SlaContext,
  ): Promise<typeof OversightLetterResult> {
    const outcome = await editLetter(context, await context.readRules(), context.viewer, input);
    return answerWithLetter(context, input.letterId, outcome);
  }

  @Mutation(() => OversightLetterResult, {
    description:
      'A person of the Ombudsman or KSP approves a letter; it gets its number and is sent. One that could not be delivered is sent again.',
  })
  async approveLetter(
    @Arg('input', () => ApproveLetterInput, { description: 'Which letter.' }) input: ApproveLetterInput,
    @Ctx() context: SlaContext,
  ): Promise<typeof OversightLetterResult> {
    const outcome = await approveLetter(context, await context.readRules(), context.viewer, input);
    return answerWithLetter(context, input.letterId, outcome);
  }

  @Mutation(() => OversightLetterResult, {
    description:
      'What was replied to a letter: by the head it went to, or written down from paper by who approves letters.',
  })
  async recordLetterReply(
    @Arg('input', () => RecordLetterReplyInput, { description: 'The reply.' })
    input: RecordLetterReplyInput,
    @Ctx() context: SlaContext,
  ): Promise<typeof OversightLetterResult> {
    const outcome = await recordLetterReply(context, await context.readRules(), context.viewer, input);
    return answerWithLetter(context, input.letterId, outcome);
  }
}

async function answer(
  context: SlaContext,
  outcome: Outcome<{ caseId: string }, OversightRefusalCode>,
): Promise<typeof OversightResult> {
  if (!outcome.ok) return toUserError(outcome.error);
  context.wake();
  context.loaders.oversight.newestCase.clearAll();
  const row = await findCase(context.database, outcome.value.caseId);
  const seen = row && mayRead(context.viewer, row) ? row : null;
  return Object.assign(new OversightChanged(), {
    case: seen && toCase(seen, context.viewer, await context.readRules(), context.now),
  });
}

async function answerWithLetter(
  context: SlaContext,
  letterId: string,
  outcome: Outcome<{ letterId: string }, OversightRefusalCode>,
): Promise<typeof OversightLetterResult> {
  if (!outcome.ok && outcome.error.code !== 'LETTER_CHANGED') return toUserError(outcome.error);
  context.wake();
  const found = await findLetter(context.database, letterId);
  const letter = toLetter(found!, found!.kase, context.viewer);
  if (outcome.ok) return Object.assign(new OversightLetterChanged(), { letter });
  const { code, message } = outcome.error;
  return Object.assign(new LetterStale(), { code, message, letter });
}
