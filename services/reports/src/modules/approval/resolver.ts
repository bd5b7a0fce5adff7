import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import {
  answerChange,
  ChangeReportResult,
  HistoryEntry,
  Officer,
  Organisation,
  Report,
  toUserError,
} from '../report/graphql-index.ts';
import { about, may, plain, policyFacts, workingOrganisations } from '../report/index.ts';
import { approveAnswer, rejectAnswer } from './decide-answer.ts';
import {
  AnswerApproval,
  AnswerApprovalSet,
  AnswerProposal,
  ApproveAnswerInput,
  RejectAnswerInput,
  SetAnswerApprovalInput,
  SetAnswerApprovalResult,
} from './graphql.ts';
import { findApproval } from './repository.ts';
import { setAnswerApproval } from './set-answer-approval.ts';
import type { ApprovalMode } from './vocabulary.ts';

const organisation = (id: string): Organisation => Object.assign(new Organisation(), { id });

@Resolver(() => Report)
export class ApprovalResolver {
  @FieldResolver(() => [AnswerProposal], {
    description:
      'Answers that wait for approval, oldest first; for officers who handle or oversee it, empty for others.',
  })
  async answerProposals(@Root() report: Report, @Ctx() context: ReportsContext): Promise<AnswerProposal[]> {
    if (!report.viewerReadsNotes) return [];
    const { loaders, viewer, deps } = context;
    const [rows, row] = await Promise.all([
      loaders.waitingAnswers.load(report.id),
      loaders.report.load(report.id),
    ]);
    const facts = row && policyFacts(row, viewer, deps);
    return rows.map((waiting) =>
      Object.assign(new AnswerProposal(), {
        id: waiting.id,
        kind: waiting.kind,
        text: waiting.text,
        promisedOn: waiting.promised_on,
        outcome: waiting.outcome,
        author:
          waiting.author_id === null || viewer.apiKey
            ? null
            : Object.assign(new Officer(), { id: waiting.author_id }),
        organisation: waiting.organisation_id === null ? null : organisation(waiting.organisation_id),
        proposedAt: waiting.proposed_at,
        viewerCanDecide:
          facts !== null &&
          (row!.state === 'DISPOSED' || row!.state === 'IN_PROGRESS') &&
          may(viewer, about(facts, waiting.assigned_organisation_id), 'approveAnswer') &&
          waiting.author_id !== viewer.accountId,
      }),
    );
  }

  @Query(() => AnswerApproval, {
    nullable: true,
    description:
      'Which answers of an organisation wait for approval; for whoever works there or above, null for others.',
  })
  async answerApproval(
    @Ctx() { database, viewer }: ReportsContext,
    @Arg('organisationId', () => ID, { description: 'The organisation.' }) organisationId: string,
  ): Promise<AnswerApproval | null> {
    const id = plain(organisationId.slice(0, 200));
    const rows = await findApproval(database, id);
    const path = rows[0]?.path ?? [];
    if (!workingOrganisations(viewer).some((own) => path.includes(own))) return null;
    const setBy = path.findLast((level) => rows.some((row) => row.organisation_id === level)) ?? null;
    const mode = rows.find((row) => row.organisation_id === setBy)?.mode ?? 'NONE';
    return toApproval(id, mode, setBy);
  }

  @Mutation(() => ChangeReportResult, {
    description:
      'Lets an answer stand that waits: it is sent now; for admins and heads above its author, never the author.',
  })
  async approveAnswer(
    @Arg('input', () => ApproveAnswerInput, { description: 'Which one.' }) input: ApproveAnswerInput,
    @Ctx() context: ReportsContext,
  ) {
    return changed(context, input.reportId, await approveAnswer(context.deps, input, context.viewer));
  }

  @Mutation(() => ChangeReportResult, {
    description: 'Gives an answer that waits back to its author; for those who may approve it.',
  })
  async rejectAnswer(
    @Arg('input', () => RejectAnswerInput, { description: 'Which one, and why.' }) input: RejectAnswerInput,
    @Ctx() context: ReportsContext,
  ) {
    return changed(context, input.reportId, await rejectAnswer(context.deps, input, context.viewer));
  }

  @Mutation(() => SetAnswerApprovalResult, {
    description:
      'Which answers of an organisation and its units wait for approval; for its admins and those above.',
  })
  async setAnswerApproval(
    @Arg('input', () => SetAnswerApprovalInput, { description: 'Which ones.' }) input: SetAnswerApprovalInput,
    @Ctx() { deps, viewer }: ReportsContext,
  ) {
    const result = await setAnswerApproval(deps, input, viewer);
    if (!result.ok) return toUserError(result.failure);
    const { organisationId, mode } = result.value;
    return Object.assign(new AnswerApprovalSet(), {
      approval: toApproval(organisationId, mode, organisationId),
    });
  }
}

@Resolver(() => HistoryEntry)
export class AuthorResolver {
  @FieldResolver(() => Officer, {
    nullable: true,
    description:
      'Who wrote an answer that was approved; `officer` is who approved it. Null for others and for viewers who may not know.',
  })
  async author(@Root() entry: HistoryEntry, @Ctx() { loaders }: ReportsContext): Promise<Officer | null> {
    // Whoever may know who approved may know who wrote.
    if (!entry.officer) return null;
    const row = await loaders.authors.load(entry.id);
    return row && Object.assign(new Officer(), { id: row.author_id });
  }
}

function changed(context: ReportsContext, reportId: string, result: Parameters<typeof answerChange>[1]) {
  context.loaders.waitingAnswers.clear(reportId);
  return answerChange(context, result);
}

const toApproval = (id: string, mode: ApprovalMode, setBy: string | null): AnswerApproval =>
  Object.assign(new AnswerApproval(), {
    organisation: organisation(id),
    mode,
    setBy: setBy === null ? null : organisation(setBy),
  });
