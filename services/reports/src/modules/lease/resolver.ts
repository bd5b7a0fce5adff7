import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { loadReport, Officer, Report, toUserError } from '../report/graphql-index.ts';
import { isDesk, type Result } from '../report/index.ts';
import { readDeskDay } from './desk-day.ts';
import {
  DeskDay,
  LeaseReleased,
  LeaseReportInput,
  LeaseReportResult,
  LeaseReportsInput,
  LeaseReportsResult,
  LeasesTaken,
  LeaseTaken,
  ReleaseLeaseInput,
  ReleaseLeaseResult,
  ReportLease,
} from './graphql.ts';
import { leaseReport, releaseLease } from './lease-report.ts';
import { leaseReports } from './lease-reports.ts';

@Resolver(() => Report)
export class LeaseResolver {
  @FieldResolver(() => ReportLease, {
    nullable: true,
    description: 'Who verifies it now; null when nobody does, and for whoever may not verify it.',
  })
  async lease(
    @Root() report: Report,
    @Ctx() { loaders, viewer }: ReportsContext,
  ): Promise<ReportLease | null> {
    const row = report.viewerLeases ? await loaders.lease.load(report.id) : null;
    return (
      row &&
      Object.assign(new ReportLease(), {
        officer: Object.assign(new Officer(), { id: row.officer_id }),
        until: row.until,
        isViewers: row.officer_id === viewer.accountId,
      })
    );
  }

  @Query(() => DeskDay, {
    nullable: true,
    description:
      'What the viewer has done at the national desk today, and how many work there; null for everybody else.',
  })
  async deskDay(@Ctx() { database, deps, viewer }: ReportsContext): Promise<DeskDay | null> {
    if (!viewer.accountId || !isDesk(viewer)) return null;
    const row = await readDeskDay(database, viewer.accountId, deps.clock.now());
    return Object.assign(new DeskDay(), {
      decided: row.decided,
      medianSeconds: row.median_seconds,
      officers: row.officers,
    });
  }

  @Mutation(() => LeaseReportsResult, {
    description:
      'Takes the oldest waiting reports of a desk that nobody else works on, for a quarter of an hour; no two officers get the same.',
  })
  async leaseReports(
    @Arg('input', () => LeaseReportsInput, { description: 'How many, and where.' }) input: LeaseReportsInput,
    @Ctx() context: ReportsContext,
  ) {
    const result = await leaseReports(context.deps, input, context.viewer);
    if (!result.ok) return toUserError(result.failure);
    const { reportIds } = result.value;
    for (const id of reportIds) context.loaders.lease.clear(id);
    const found = await Promise.all(reportIds.map((id) => loadReport(context, id)));
    const reports = found.filter((report) => report !== null);
    return Object.assign(new LeasesTaken(), { reports, reportIds: reports.map(({ id }) => id) });
  }

  @Mutation(() => LeaseReportResult, {
    description: 'Takes one waiting report, so that nobody else verifies it meanwhile.',
  })
  async leaseReport(
    @Arg('input', () => LeaseReportInput, { description: 'Which.' }) input: LeaseReportInput,
    @Ctx() context: ReportsContext,
  ) {
    return answer(context, await leaseReport(context.deps, input, context.viewer), LeaseTaken);
  }

  @Mutation(() => ReleaseLeaseResult, { description: 'Puts a report back into the queue.' })
  async releaseLease(
    @Arg('input', () => ReleaseLeaseInput, { description: 'Which.' }) input: ReleaseLeaseInput,
    @Ctx() context: ReportsContext,
  ) {
    return answer(context, await releaseLease(context.deps, input, context.viewer), LeaseReleased);
  }
}

async function answer(
  context: ReportsContext,
  result: Result<{ reportId: string }>,
  Done: new () => { report: Report },
): Promise<object> {
  if (!result.ok) return toUserError(result.failure);
  context.loaders.lease.clear(result.value.reportId);
  return Object.assign(new Done(), { report: await loadReport(context, result.value.reportId) });
}
