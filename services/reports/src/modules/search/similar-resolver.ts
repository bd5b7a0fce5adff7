import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { GeoPointInput, Report, show } from '../report/graphql-index.ts';
import { plain } from '../report/index.ts';
import { listSimilar } from './list-similar.ts';

const LONGEST_TEXT = 4_000;

@Resolver(() => Report)
export class SimilarReportsResolver {
  @Query(() => [Report], {
    description:
      'Open published reports of the last year near a place that may be about the same, the likeliest first: shown before a report is filed twice.',
  })
  async similarReports(
    @Ctx() context: ReportsContext,
    @Arg('categoryId', () => ID, {
      nullable: true,
      description: 'The category; without one the words of the text decide alone.',
    })
    categoryId: string | null,
    @Arg('regionCode', () => ID, { nullable: true, description: 'The region, used when there is no point.' })
    regionCode: string | null,
    @Arg('point', () => GeoPointInput, {
      nullable: true,
      description: 'The place; within some three kilometres.',
    })
    point: GeoPointInput | null,
    @Arg('text', () => String, {
      nullable: true,
      description: 'What was written so far: reports beside the category count when their words are alike.',
    })
    text: string | null,
    @Arg('first', () => Int, { defaultValue: 3, description: 'At most so many, 20 at most.' }) first: number,
  ): Promise<Report[]> {
    const rows = await listSimilar(
      context.database,
      {
        categoryId: categoryId ? plain(categoryId) : null,
        regionCode: regionCode ? plain(regionCode) : null,
        point: point ?? null,
        text: text ? plain(text.slice(0, LONGEST_TEXT)) : null,
        exceptId: null,
        now: context.deps.clock.now(),
      },
      Math.min(Math.max(first, 1), 20),
    );
    return rows.map(show(context)).filter((report) => report !== null);
  }

  @FieldResolver(() => [Report], {
    name: 'similarReports',
    description: 'Open published reports near by that may be about the same, the likeliest first.',
  })
  async similarTo(
    @Root() report: Report,
    @Ctx() context: ReportsContext,
    @Arg('first', () => Int, { defaultValue: 5, description: 'At most so many, 20 at most.' }) first: number,
  ): Promise<Report[]> {
    if (report.categoryId === null) return [];
    // Of a list, or nested in itself, it would search for every row and keep the database from everybody else.
    if (context.similarSearchesLeft-- <= 0)
      throw new GraphQLError('similarReports can be asked for a few reports only', {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    const rows = await listSimilar(
      context.database,
      {
        categoryId: report.categoryId,
        regionCode: report.region?.code ?? null,
        point: report.point,
        text: `${report.title} ${report.text}`,
        exceptId: report.id,
        now: context.deps.clock.now(),
      },
      Math.min(Math.max(first, 1), 20),
    );
    return rows.map(show(context)).filter((found) => found !== null);
  }
}
