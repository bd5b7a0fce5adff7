import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { answerChange, ChangeReportResult } from '../report/graphql-index.ts';
import { appealArchive } from './appeal-archive.ts';
import { completeReportData } from './complete-report-data.ts';
import { confirmReport } from './confirm-report.ts';
import { disputeReport } from './dispute-report.ts';
import { rateReport } from './rate-report.ts';
import { removeFlag } from './remove-flag.ts';
import { replyToReport } from './reply-to-report.ts';
import { withdrawReport } from './withdraw-report.ts';
import {
  CompleteReportDataInput,
  ReplyToReportInput,
  ConfirmReportInput,
  DisputeReportInput,
  RateReportInput,
  WithdrawReportInput,
  AppealArchiveInput,
  RemoveFlagInput,
} from './inputs.ts';

@Resolver()
export class ReporterMutations {
  @Mutation(() => ChangeReportResult, { description: 'Completes the data a verifier asked for.' })
  async completeReportData(
    @Arg('input', () => CompleteReportDataInput, { description: 'The missing data.' })
    input: CompleteReportDataInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await completeReportData(context.deps, input, context.viewer));
  }

  @Mutation(() => ChangeReportResult, {
    description: 'Writes to the agency; for the reporter and the national desk.',
  })
  async replyToReport(
    @Arg('input', () => ReplyToReportInput, { description: 'A word.' }) input: ReplyToReportInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await replyToReport(context.deps, input, context.viewer));
  }

  @Mutation(() => ChangeReportResult, { description: 'Says that the matter is settled.' })
  async confirmReport(
    @Arg('input', () => ConfirmReportInput, { description: 'A confirmation.' }) input: ConfirmReportInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await confirmReport(context.deps, input, context.viewer));
  }

  @Mutation(() => ChangeReportResult, {
    description: 'Says within 14 days that a completed report is not settled.',
  })
  async disputeReport(
    @Arg('input', () => DisputeReportInput, { description: 'A dispute.' }) input: DisputeReportInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await disputeReport(context.deps, input, context.viewer));
  }

  @Mutation(() => ChangeReportResult, {
    description: 'Rates a completed report once; two or less opens it again.',
  })
  async rateReport(
    @Arg('input', () => RateReportInput, { description: 'A rating.' }) input: RateReportInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await rateReport(context.deps, input, context.viewer));
  }

  @Mutation(() => ChangeReportResult, { description: 'Takes an open report back.' })
  async withdrawReport(
    @Arg('input', () => WithdrawReportInput, { description: 'A withdrawal.' }) input: WithdrawReportInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await withdrawReport(context.deps, input, context.viewer));
  }

  @Mutation(() => ChangeReportResult, {
    description: 'Asks the national desk within 14 days to look at an archived report again.',
  })
  async appealArchive(
    @Arg('input', () => AppealArchiveInput, { description: 'An appeal.' }) input: AppealArchiveInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await appealArchive(context.deps, input, context.viewer));
  }

  @Mutation(() => ChangeReportResult, { description: 'Takes protection off.' })
  async removeFlag(
    @Arg('input', () => RemoveFlagInput, { description: 'Protection to take off.' }) input: RemoveFlagInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await removeFlag(context.deps, input, context.viewer));
  }
}
