import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { answerSent } from '../pending-change/index.ts';
import { answerChange, ChangeReportResult } from '../report/graphql-index.ts';
import { answerReport } from './answer-report.ts';
import { archiveReport } from './archive-report.ts';
import { assignCoHandlers } from './assign-co-handlers.ts';
import { changeLead } from './change-lead.ts';
import { closeReport } from './close-report.ts';
import { disposeReport } from './dispose-report.ts';
import { flagReport } from './flag-report.ts';
import { postponeReport } from './postpone-report.ts';
import { proposeClosing } from './propose-closing.ts';
import { reclassifyReport } from './reclassify-report.ts';
import { requestInformation } from './request-information.ts';
import { returnReport } from './return-report.ts';
import { verifyReport } from './verify-report.ts';
import {
  VerifyReportInput,
  PostponeReportInput,
  ArchiveReportInput,
  ReclassifyReportInput,
  AssignCoHandlersInput,
  ChangeLeadInput,
  DisposeReportInput,
  ReturnReportInput,
  AnswerReportInput,
  RequestInformationInput,
  ProposeClosingInput,
  CloseReportInput,
  FlagReportInput,
} from './inputs.ts';

@Resolver()
export class HandlingMutations {
  @Mutation(() => ChangeReportResult, {
    description: 'Verifies a report and routes it to its lead and co-handlers.',
  })
  async verifyReport(
    @Arg('input', () => VerifyReportInput, { description: 'A verifier’s decision.' })
    input: VerifyReportInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerSent(context, 'VERIFY', input, verifyReport);
  }

  @Mutation(() => ChangeReportResult, {
    description: 'Sends a report back to the reporter for missing data.',
  })
  async postponeReport(
    @Arg('input', () => PostponeReportInput, { description: 'What is missing.' }) input: PostponeReportInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await postponeReport(context.deps, input, context.viewer));
  }

  @Mutation(() => ChangeReportResult, { description: 'Ends a report that cannot be handled.' })
  async archiveReport(
    @Arg('input', () => ArchiveReportInput, { description: 'Why a report is not handled.' })
    input: ArchiveReportInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerSent(context, 'ARCHIVE', input, archiveReport);
  }

  @Mutation(() => ChangeReportResult, { description: 'Gives a report another class.' })
  async reclassifyReport(
    @Arg('input', () => ReclassifyReportInput, { description: 'Another class.' })
    input: ReclassifyReportInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await reclassifyReport(context.deps, input, context.viewer));
  }

  @Mutation(() => ChangeReportResult, { description: 'Passes a report to a unit below.' })
  async disposeReport(
    @Arg('input', () => DisposeReportInput, { description: 'Where a report goes.' })
    input: DisposeReportInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerSent(context, 'DISPOSE', input, disposeReport);
  }

  @Mutation(() => ChangeReportResult, {
    description: 'Says who helps with a report: the national desk, or who leads it within the own units.',
  })
  async assignCoHandlers(
    @Arg('input', () => AssignCoHandlersInput, { description: 'Who helps.' }) input: AssignCoHandlersInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await assignCoHandlers(context.deps, input, context.viewer));
  }

  @Mutation(() => ChangeReportResult, {
    description: 'Lets another unit give the public answer; the one before helps from now on.',
  })
  async changeLead(
    @Arg('input', () => ChangeLeadInput, { description: 'Who gives the public answer.' })
    input: ChangeLeadInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await changeLead(context.deps, input, context.viewer));
  }

  @Mutation(() => ChangeReportResult, {
    description:
      'Says "not our authority": the report goes to the level above, from a root to the national desk.',
  })
  async returnReport(
    @Arg('input', () => ReturnReportInput, { description: 'Why a report is returned.' })
    input: ReturnReportInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerSent(context, 'RETURN', input, returnReport);
  }

  @Mutation(() => ChangeReportResult, { description: 'Answers a report in one of four kinds.' })
  async answerReport(
    @Arg('input', () => AnswerReportInput, { description: 'An answer.' }) input: AnswerReportInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerSent(context, 'ANSWER', input, answerReport);
  }

  @Mutation(() => ChangeReportResult, {
    description: 'Asks the reporter a question; follow-up and resolution pause for 10 working days at most.',
  })
  async requestInformation(
    @Arg('input', () => RequestInformationInput, { description: 'A question.' })
    input: RequestInformationInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await requestInformation(context.deps, input, context.viewer));
  }

  @Mutation(() => ChangeReportResult, {
    description: 'Proposes to the national desk and the reporter that a report be closed.',
  })
  async proposeClosing(
    @Arg('input', () => ProposeClosingInput, { description: 'A proposal.' }) input: ProposeClosingInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await proposeClosing(context.deps, input, context.viewer));
  }

  @Mutation(() => ChangeReportResult, { description: 'Closes a report that was followed up.' })
  async closeReport(
    @Arg('input', () => CloseReportInput, { description: 'A closing.' }) input: CloseReportInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await closeReport(context.deps, input, context.viewer));
  }

  @Mutation(() => ChangeReportResult, {
    description: 'Adds protection to a report; only the reporter can take it off.',
  })
  async flagReport(
    @Arg('input', () => FlagReportInput, { description: 'Protection to add.' }) input: FlagReportInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await flagReport(context.deps, input, context.viewer));
  }
}
