import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { encodeCursor, pageOf } from '@lapor/subgraph';
import type { Viewer } from '@lapor/viewer';
import type { ReportsContext } from '../../context.ts';
import {
  afterOf,
  answerChange,
  Assignment,
  Attachment,
  ChangeReportResult,
  fileUrls,
  HistoryEntry,
  Officer,
  Organisation,
  pageSize,
  Report,
  show,
  toAttachments,
  toUserError,
} from '../report/graphql-index.ts';
import {
  about,
  may,
  plain,
  policyFacts,
  workingOrganisations,
  workingPosts,
  type ReportRow,
} from '../report/index.ts';
import { approveAnswer, rejectAnswer } from './decide-answer.ts';
import {
  AnswerApproval,
  AnswerApprovalSet,
  AnswerProposal,
  AnswerProposalConnection,
  ApproveAnswerInput,
  RejectAnswerInput,
  SetAnswerApprovalInput,
  SetAnswerApprovalResult,
} from './graphql.ts';
import { listAnswersToApprove, type Decider, type WaitingRow } from './repository.ts';
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
    const { loaders } = context;
    const [rows, row] = await Promise.all([
      loaders.waitingAnswers.load(report.id),
      loaders.report.load(report.id),
    ]);
    return row ? rows.map((waiting) => toProposal(context, waiting, row, report)) : [];
  }

  @Query(() => AnswerProposalConnection, {
    description:
      'Answers of an organisation and its units on which the viewer may decide, oldest first: of units that a post as admin or head reaches, of confidential reports those of the own unit alone, never the own ones. Empty for others.',
  })
  async answersToApprove(
    @Ctx() context: ReportsContext,
    @Arg('organisationId', () => ID, { description: 'The organisation, with all below it.' })
    organisationId: string,
    @Arg('first', () => Int, { defaultValue: 50, description: 'Page size, 100 at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
  ): Promise<AnswerProposalConnection> {
    const size = pageSize(first);
    const decider = deciderOf(context.viewer);
    const rows = decider
      ? await listAnswersToApprove(
          context.database,
          { organisationId: plain(organisationId.slice(0, 200)), decider, limit: size + 1 },
          afterOf(after),
        )
      : [];
    const page = pageOf(
      rows,
      size,
      (row) => encodeCursor(row.position, row.proposal.id),
      (row) => {
        const report = show(context)(row);
        const waiting = { ...row.proposal, proposed_at: new Date(row.proposal.proposed_at) };
        const proposal = report && toProposal(context, waiting, row, report);
        // The statement selects what the viewer may decide; the policy has the last word all the same.
        return proposal?.viewerCanDecide ? proposal : null;
      },
    );
    return {
      ...page,
      edges: page.edges.filter(
        (edge): edge is { cursor: string; node: AnswerProposal } => edge.node !== null,
      ),
    };
  }

  @Query(() => AnswerApproval, {
    nullable: true,
    description:
      'Which answers of an organisation wait for approval; for whoever works there or above, null for others.',
  })
  async answerApproval(
    @Ctx() context: ReportsContext,
    @Arg('organisationId', () => ID, { description: 'The organisation.' }) organisationId: string,
  ): Promise<AnswerApproval | null> {
    return approvalOf(context, plain(organisationId.slice(0, 200)));
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

@Resolver(() => Assignment)
export class AssignmentApprovalResolver {
  @FieldResolver(() => AnswerApproval, {
    nullable: true,
    description:
      'Which answers of the unit wait for approval; for whoever works there or above, null for others.',
  })
  answerApproval(
    @Root() { organisation: { id } }: Assignment,
    @Ctx() context: ReportsContext,
  ): Promise<AnswerApproval | null> {
    return approvalOf(context, id);
  }
}

@Resolver(() => AnswerProposal)
export class ProposalFilesResolver {
  @FieldResolver(() => [Attachment], { description: 'Its files, as whoever decides on it may open them.' })
  async attachments(
    @Root() { report, entryId }: AnswerProposal,
    @Ctx() { loaders, viewer, deps }: ReportsContext,
  ): Promise<Attachment[]> {
    const rows = await loaders.attachments.load(report.id);
    return toAttachments(
      rows.filter(({ history_id }) => history_id === entryId),
      report,
      viewer,
      fileUrls(deps.lookupSecret, deps.clock.now()),
    );
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

/** Which answers of an organisation wait, as whoever works there or above may know. */
async function approvalOf(
  { loaders, viewer }: ReportsContext,
  organisationId: string,
): Promise<AnswerApproval | null> {
  const own = workingOrganisations(viewer);
  if (own.length === 0) return null;
  const rows = await loaders.approvals.load(organisationId);
  const path = rows[0]?.path ?? [];
  if (!own.some((id) => path.includes(id))) return null;
  const setBy = path.findLast((level) => rows.some((row) => row.organisation_id === level)) ?? null;
  const mode = rows.find((row) => row.organisation_id === setBy)?.mode ?? 'NONE';
  return toApproval(organisationId, mode, setBy);
}

/** People who are an admin or a head somewhere. */
function deciderOf(viewer: Viewer): Decider | null {
  const organisationIds = workingPosts(viewer)
    .filter(({ role }) => role === 'AGENCY_ADMIN' || role === 'AGENCY_HEAD')
    .map(({ organisationId }) => organisationId);
  return viewer.apiKey || !viewer.accountId || organisationIds.length === 0
    ? null
    : { organisationIds, officerId: viewer.accountId };
}

const toProposal = (
  { viewer, deps }: ReportsContext,
  waiting: WaitingRow,
  row: ReportRow,
  report: Report,
): AnswerProposal =>
  Object.assign(new AnswerProposal(), {
    id: waiting.id,
    kind: waiting.kind,
    text: waiting.text,
    promisedOn: waiting.promised_on,
    // What was sent with it and belongs to another kind has no effect.
    outcome: waiting.kind === 'RESULT' ? waiting.outcome : null,
    obstacleReason: waiting.kind === 'OBSTACLE' ? waiting.obstacle_reason : null,
    noProofReason: waiting.kind === 'RESULT' ? waiting.no_proof_reason : null,
    entryId: waiting.entry_id,
    author:
      waiting.author_id === null || viewer.apiKey
        ? null
        : Object.assign(new Officer(), { id: waiting.author_id }),
    organisation: waiting.organisation_id === null ? null : organisation(waiting.organisation_id),
    proposedAt: waiting.proposed_at,
    viewerCanDecide:
      (row.state === 'DISPOSED' || row.state === 'IN_PROGRESS') &&
      may(viewer, about(policyFacts(row, viewer, deps), waiting.assigned_organisation_id), 'approveAnswer') &&
      waiting.author_id !== viewer.accountId,
    report,
  });

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
