import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { toCategory } from '../category/index.ts';
import { GeoPointInput, Organisation, Report } from '../report/graphql-index.ts';
import { plain } from '../report/index.ts';
import { AppliedRouteRule, RoutingSuggestion, SuggestedCategory, SuggestedOrganisation } from './graphql.ts';
import { suggestRouting, type RoutingSuggestion as FoundSuggestion } from './suggest-routing.ts';

const LONGEST_TEXT = 4_200;
/** Of a report: its beginning tells what it is about. */
const LONGEST_READ = 2_000;
const LONGEST_PLACE = 300;
const REGION = /^\d\d(\.\d\d(\.\d\d)?)?$/;

@Resolver()
export class SuggestionQueries {
  @Query(() => RoutingSuggestion, {
    description:
      'What a text seems to be about and who is usually competent, with the reasons; learns from published reports as verifiers routed them.',
  })
  async suggestRouting(
    @Ctx() context: ReportsContext,
    @Arg('text', () => String, { description: 'Title and text so far.' }) text: string,
    @Arg('regionCode', () => ID, { nullable: true, description: 'The region of the place.' })
    regionCode: string | null,
    @Arg('point', () => GeoPointInput, {
      nullable: true,
      description: 'The place, where no region is given.',
    })
    point: GeoPointInput | null,
    @Arg('placeText', () => String, { nullable: true, description: 'The place in words.' })
    placeText: string | null,
  ): Promise<RoutingSuggestion> {
    const suggestion = await suggestRouting(context.deps, {
      text: plain(text.slice(0, LONGEST_TEXT)),
      placeText: plain(placeText?.slice(0, LONGEST_PLACE) ?? '') || null,
      regionCode: regionCode && REGION.test(regionCode) ? regionCode : null,
      point: point ?? null,
    });
    return toSuggestion(context, suggestion);
  }
}

@Resolver(() => Report)
export class ReportSuggestionResolver {
  @FieldResolver(() => RoutingSuggestion, {
    nullable: true,
    description:
      'What it seems to be about and who is usually competent, for whoever may verify it; null for others.',
  })
  async routingSuggestion(
    @Root() report: Report,
    @Ctx() context: ReportsContext,
  ): Promise<RoutingSuggestion | null> {
    if (!report.permissions('verify')) return null;
    // Of a list it would search for every row and keep the database from everybody else.
    if (context.suggestionsLeft-- <= 0)
      throw new GraphQLError('routingSuggestion can be asked for a few reports only', {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    const suggestion = await suggestRouting(context.deps, {
      text: `${report.title}. ${report.text}`.slice(0, LONGEST_READ),
      placeText: null,
      regionCode: report.region?.code ?? null,
      point: report.point,
      exceptId: report.id,
    });
    return toSuggestion(context, suggestion);
  }
}

async function toSuggestion(
  { loaders }: ReportsContext,
  suggestion: FoundSuggestion,
): Promise<RoutingSuggestion> {
  const category = async (id: string) => {
    const row = await loaders.category.load(id);
    return row && toCategory(row);
  };
  const categories = await Promise.all(
    suggestion.categories.map(async ({ categoryId, words, similarReportCount }) => {
      const found = await category(categoryId);
      return (
        found &&
        Object.assign(new SuggestedCategory(), { category: found, matchedWords: words, similarReportCount })
      );
    }),
  );
  const organisations = await Promise.all(
    suggestion.organisations.map(async ({ organisationId, words, similarReportCount, rule }) =>
      Object.assign(new SuggestedOrganisation(), {
        organisation: Object.assign(new Organisation(), { id: organisationId }),
        matchedWords: words,
        similarReportCount,
        rule:
          rule &&
          Object.assign(new AppliedRouteRule(), {
            category: await category(rule.categoryId),
            level: rule.level,
            basis: rule.basis,
            version: rule.version,
          }),
      }),
    ),
  );
  return Object.assign(new RoutingSuggestion(), {
    categories: categories.filter((found) => found !== null),
    organisations,
    isConfident: suggestion.isConfident,
  });
}
