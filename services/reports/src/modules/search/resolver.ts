import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { decodeCursor, encodeCursor } from '@lapor/subgraph';
import type { ReportsContext } from '../../context.ts';
import { toCategory } from '../category/index.ts';
import { afterOf, connection, pageSize, Region, ReportConnection } from '../report/graphql-index.ts';
import type { ReportKind, ReportState } from '../report/index.ts';
import {
  CategoryFacet,
  KindFacet,
  PublicReportFilter,
  RegionFacet,
  ReportFacets,
  ReportSortEnum,
  StateFacet,
} from './graphql.ts';
import { listFacets, MOST_COUNTED, MOST_LOOKED_AT } from './list-facets.ts';
import { listPublicReports, type Position, type ReportSort } from './list-public-reports.ts';
import { resolveFilter } from './public-filter.ts';

@Resolver()
export class SearchQueries {
  @Query(() => ReportConnection, { description: 'Published reports.' })
  async publicReports(
    @Ctx() context: ReportsContext,
    @Arg('filter', () => PublicReportFilter, { nullable: true, description: 'Which ones.' })
    filter: PublicReportFilter | null,
    @Arg('sort', () => ReportSortEnum, { defaultValue: 'NEWEST', description: 'In which order.' })
    sort: ReportSort,
    @Arg('first', () => Int, { defaultValue: 20, description: 'Page size, 100 at most.' }) first: number,
    @Arg('after', () => String, {
      nullable: true,
      description: '`endCursor` of the page before, of the same order.',
    })
    after: string | null,
  ): Promise<ReportConnection> {
    const size = pageSize(first);
    const resolved = await resolveFilter(context.database, filter);
    const rows = resolved
      ? await listPublicReports(context.database, resolved, sort, positionOf(after), size + 1)
      : [];
    return connection(context, rows, size, ({ sort_number, sort_at, id }) =>
      sort_number === null ? encodeCursor(sort_at, id) : encodeCursor(sort_at, id, sort_number),
    );
  }

  @Query(() => ReportFacets, { description: 'How the published reports that match a filter divide.' })
  async reportFacets(
    @Ctx() { database, loaders }: ReportsContext,
    @Arg('filter', () => PublicReportFilter, { nullable: true, description: 'Which ones.' })
    filter: PublicReportFilter | null,
  ): Promise<ReportFacets> {
    const resolved = await resolveFilter(database, filter);
    const rows = resolved ? await listFacets(database, resolved) : [];
    const isCut = (rows.find(({ facet }) => facet === 'WHOLE')?.count ?? 0) > MOST_LOOKED_AT;
    const of = (wanted: string) =>
      rows
        .filter(({ facet, value }) => facet === wanted && value !== null)
        .sort((a, b) => b.count - a.count || (a.value! < b.value! ? -1 : 1))
        .map(({ value, count }) => ({
          value: value!,
          count: Math.min(count, MOST_COUNTED),
          isAtLeast: isCut || count > MOST_COUNTED,
        }));
    const categories = await Promise.all(
      of('CATEGORY').map(async ({ value, ...counted }) => {
        const row = await loaders.category.load(value);
        return row && Object.assign(new CategoryFacet(), { category: toCategory(row), ...counted });
      }),
    );
    return Object.assign(new ReportFacets(), {
      states: of('STATE').map(({ value, ...counted }) =>
        Object.assign(new StateFacet(), { state: value as ReportState, ...counted }),
      ),
      kinds: of('KIND').map(({ value, ...counted }) =>
        Object.assign(new KindFacet(), { kind: value as ReportKind, ...counted }),
      ),
      categories: categories.filter((facet) => facet !== null),
      regions: of('REGION').map(({ value, ...counted }) =>
        Object.assign(new RegionFacet(), {
          region: Object.assign(new Region(), { code: value }),
          ...counted,
        }),
      ),
    });
  }
}

/** The position of a cursor; one that is none of ours begins anew. */
function positionOf(cursor: string | null): Position | null {
  const [at, id, number] = decodeCursor(cursor) ?? [];
  const isNumber = Number.isInteger(number) && Math.abs(number as number) < 2 ** 31;
  if (number !== undefined && !isNumber) return null;
  // The instant and the id are judged where all cursors are; of a rank there is no instant.
  const known = afterOf(encodeCursor(at ?? 'infinity', id ?? null));
  return (
    known && { number: isNumber ? (number as number) : null, at: at === null ? null : known.at, id: known.id }
  );
}
