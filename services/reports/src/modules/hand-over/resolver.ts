import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { encodeCursor } from '@lapor/subgraph';
import type { Viewer } from '@lapor/viewer';
import type { ReportsContext } from '../../context.ts';
import { isDesk, workingOrganisations } from '../report/index.ts';
import {
  afterOf,
  answerChange,
  ChangeReportResult,
  connection,
  loadReport,
  pageSize,
  Report,
  ReportConnection,
  toUserError,
} from '../report/graphql-index.ts';
import {
  HandOver,
  HandOverLetter,
  HandOverOpened,
  HandOverReportInput,
  OpenHandOverInput,
  OpenHandOverResult,
  PrintHandOverLetterInput,
  PrintHandOverLetterResult,
  RevokeHandOverInput,
} from './graphql.ts';
import { handOverReport } from './hand-over-report.ts';
import { toHandOver } from './mapper.ts';
import { openHandOver } from './open-hand-over.ts';
import { printHandOverLetter } from './print-hand-over-letter.ts';
import { listStoodIn } from './repository.ts';
import { revokeHandOver } from './revoke-hand-over.ts';

@Resolver(() => Report)
export class HandOverResolver {
  @FieldResolver(() => [HandOver], {
    description:
      'Hand-overs to heads of organisations, newest first; for the reporter and those who read it before it is published.',
  })
  async handOvers(@Root() report: Report, @Ctx() { loaders, deps }: ReportsContext): Promise<HandOver[]> {
    if (!report.viewerIsParty) return [];
    const rows = await loaders.handOvers.load(report.id);
    return rows.map((row) => toHandOver(row, report, deps.clock.now()));
  }

  @Query(() => ReportConnection, {
    description:
      'Open reports that are with a stand-in, longest first: the national desk’s own for the national desk, else those of an organisation at which the viewer works; empty for others.',
  })
  async stoodInReports(
    @Ctx() context: ReportsContext,
    @Arg('organisationId', () => ID, {
      nullable: true,
      description: 'The stand-in; absent: the national desk, or the viewer’s first post.',
    })
    organisationId: string | null,
    @Arg('letterNeeded', () => Boolean, {
      defaultValue: false,
      description: 'Only those whose head has to be sent a letter.',
    })
    letterNeeded: boolean,
    @Arg('first', () => Int, { defaultValue: 50, description: 'Page size, 100 at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
  ): Promise<ReportConnection> {
    const size = pageSize(first);
    const standInId = standInOf(context.viewer, organisationId);
    const rows =
      standInId === undefined
        ? []
        : await listStoodIn(context.database, { standInId, letterNeeded, limit: size + 1 }, afterOf(after));
    return connection(context, rows, size, (row) => encodeCursor(row.stood_in_at, row.assignment_id));
  }

  @Mutation(() => PrintHandOverLetterResult, {
    description:
      'Gives what a letter to the head of an organisation needs, the secret link among it; for the stand-in and the national desk, and noted in the audit.',
  })
  async printHandOverLetter(
    @Arg('input', () => PrintHandOverLetterInput, { description: 'Which letter.' })
    input: PrintHandOverLetterInput,
    @Ctx() context: ReportsContext,
  ) {
    const result = await printHandOverLetter(context.deps, input, context.viewer);
    if (!result.ok) return toUserError(result.failure);
    const { reportId, handOverId, path } = result.value;
    const [report, rows] = await Promise.all([
      loadReport(context, reportId),
      context.loaders.handOvers.load(reportId),
    ]);
    const row = rows.find(({ id }) => id === handOverId);
    return Object.assign(new HandOverLetter(), {
      report,
      handOver: toHandOver(row!, report!, context.deps.clock.now()),
      path,
    });
  }

  @Mutation(() => OpenHandOverResult, {
    description: 'Opens a report by the link that was sent to the head of an organisation.',
  })
  async openHandOver(
    @Arg('input', () => OpenHandOverInput, { description: 'The link.' }) input: OpenHandOverInput,
    @Ctx() context: ReportsContext,
  ) {
    const result = await openHandOver(context.deps, input, context.viewer);
    if (!result.ok) return toUserError(result.failure);
    const { handOverId, reportId, organisationId, grant, expiresAt } = result.value;
    context.viewer = {
      ...context.viewer,
      handOverGrants: [...(context.viewer.handOverGrants ?? []), { handOverId, reportId, organisationId }],
    };
    const report = await loadReport(context, reportId);
    const row = (await context.loaders.handOvers.clear(reportId).load(reportId)).find(
      ({ id }) => id === handOverId,
    );
    return Object.assign(new HandOverOpened(), {
      report,
      handOver: toHandOver(row!, report!, context.deps.clock.now()),
      grant,
      grantExpiresAt: expiresAt,
    });
  }

  @Mutation(() => ChangeReportResult, {
    description: 'Gives the head of an organisation that nobody staffs a new link; the old one ends.',
  })
  async handOverReport(
    @Arg('input', () => HandOverReportInput, { description: 'To whom.' }) input: HandOverReportInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await handOverReport(context.deps, input, context.viewer));
  }

  @Mutation(() => ChangeReportResult, { description: 'Ends the link to the head of an organisation.' })
  async revokeHandOver(
    @Arg('input', () => RevokeHandOverInput, { description: 'Which link.' }) input: RevokeHandOverInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await revokeHandOver(context.deps, input, context.viewer));
  }
}

/** The stand-in whose reports the viewer may list: `null` is the national desk, `undefined` none. */
function standInOf(viewer: Viewer, wanted: string | null | undefined): string | null | undefined {
  const own = workingOrganisations(viewer);
  if (!wanted) return isDesk(viewer) ? null : own[0];
  return own.includes(wanted) ? wanted : undefined;
}
