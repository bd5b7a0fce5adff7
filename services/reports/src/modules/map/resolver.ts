import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { GeoPoint, Report, show } from '../report/graphql-index.ts';
import { MapBoundsInput, PublicReportFilter, resolveFilter } from '../search/index.ts';
import { listClusters, MOST_COUNTED } from './list-clusters.ts';

@ObjectType({ description: 'Published reports that lie close together on a map.' })
export class ReportCluster {
  @Field(() => GeoPoint, { description: 'About their middle.' }) point!: GeoPoint;
  @Field(() => Int, { description: 'How many there are; counted up to 1,000.' }) count!: number;
  @Field(() => Boolean, { description: 'Whether there may be more than `count`.' }) isAtLeast!: boolean;
  @Field(() => Report, { nullable: true, description: 'The report, where there is only one.' })
  report!: Report | null;
}

const DEEPEST_ZOOM = 22;

@Resolver()
export class MapQueries {
  @Query(() => [ReportCluster], {
    description:
      'Published reports with a point in a part of the map, by squares of some 70 pixels: at most 256 of them, most reports first.',
  })
  async reportClusters(
    @Ctx() context: ReportsContext,
    @Arg('bounds', () => MapBoundsInput, { description: 'Which part of the map.' }) bounds: MapBoundsInput,
    @Arg('zoom', () => Int, { description: 'Zoom level as web maps count it, 0 to 22.' }) zoom: number,
    @Arg('filter', () => PublicReportFilter, {
      nullable: true,
      description: 'Which reports; of these the 10,000 newest are shown.',
    })
    filter: PublicReportFilter | null,
  ): Promise<ReportCluster[]> {
    const { database, loaders } = context;
    const resolved = await resolveFilter(database, filter);
    if (!resolved) return [];
    const rows = await listClusters(database, bounds, Math.min(Math.max(zoom, 0), DEEPEST_ZOOM), resolved);
    return Promise.all(
      rows.map(async ({ count, longitude, latitude, report_id, is_cut }) => {
        const only = count === 1 && !is_cut ? await loaders.report.load(report_id) : null;
        return Object.assign(new ReportCluster(), {
          point: Object.assign(new GeoPoint(), { latitude, longitude }),
          count: Math.min(count, MOST_COUNTED),
          isAtLeast: is_cut,
          report: only && show(context)(only),
        });
      }),
    );
  }
}
