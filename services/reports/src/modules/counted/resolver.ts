import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { encodeCursor } from '@lapor/subgraph';
import type { ReportsContext } from '../../context.ts';
import { afterOf, connection, pageSize, ReportConnection } from '../report/graphql-index.ts';
import { CountedReportFilter } from './graphql.ts';
import { listCounted } from './list-counted.ts';
import { reachOf } from './reach.ts';

@Resolver()
export class CountedReportQueries {
  @Query(() => ReportConnection, {
    description:
      'The reports behind a figure that the viewer may read, filed last first: all for the national desk, those that are not confidential for KSP and the Ombudsman (a regional office: of its provinces), published ones for analysts; empty for others and for keys. Figures may count more than is listed here, confidential reports above all.',
  })
  async countedReports(
    @Ctx() context: ReportsContext,
    @Arg('filter', () => CountedReportFilter, { description: 'What the figure was made of.' })
    filter: CountedReportFilter,
    @Arg('first', () => Int, { defaultValue: 20, description: 'Page size, 100 at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
  ): Promise<ReportConnection> {
    const { database, viewer, deps } = context;
    const size = pageSize(first);
    const reach = reachOf(viewer);
    const rows = reach
      ? await listCounted(database, filter, reach, deps.clock.now(), afterOf(after), size + 1)
      : [];
    return connection(context, rows, size, (row) => encodeCursor(row.submitted_at.toISOString(), row.id));
  }
}
