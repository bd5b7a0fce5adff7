import { GraphQLError } from 'graphql';
import { Arg, Ctx, Directive, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Organisation } from '../organisation/index.ts';
import { Category, CategoryRoute, Report, RouteRule } from './graphql.ts';
import { toCategoryRoute } from './mapper.ts';
import { findRouteRules } from './repository.ts';

@Resolver(() => Category)
export class CategoryRoutingResolver {
  @FieldResolver(() => CategoryRoute, {
    nullable: true,
    description: 'Where reports of it go: its row of the map in force.',
  })
  async route(
    @Root() { id }: Category,
    @Arg('governmentId', () => ID, {
      nullable: true,
      description: 'As it holds for this government: its own choice, else the national row.',
    })
    governmentId: string | null,
    @Ctx() { loaders }: Context,
  ): Promise<CategoryRoute | null> {
    const row = await loaders.route(id, governmentId ?? null);
    return row && toCategoryRoute(row);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description:
      'The unit of a government that usually gets reports of it: the one it chose, else the first that serves the key of the map. Null where there is none, and where a national body handles them.',
  })
  async usualUnit(
    @Root() { id }: Category,
    @Arg('governmentId', () => ID, { description: 'The government.' }) governmentId: string,
    @Ctx() { loaders }: Context,
  ): Promise<Organisation | null> {
    const unitId = (await loaders.route(id, governmentId))?.usual_unit_id ?? null;
    return unitId === null ? null : loaders.organisation.load(unitId);
  }
}

@Resolver(() => Report)
export class ReportRulesResolver {
  @Directive('@requires(fields: "viewerCanVerify category { id } region { code }")')
  @FieldResolver(() => [RouteRule], {
    nullable: true,
    description:
      'Organisations that are usually competent for its category at its place, with the rule behind each: at most one per level. Empty while it has no category; for whoever may verify it, null for others.',
  })
  async routeRules(
    @Root() { viewerCanVerify, category, region }: Report,
    @Ctx() context: Context,
  ): Promise<RouteRule[] | null> {
    if (!viewerCanVerify) return null;
    if (!category) return [];
    // Of a list it would look for every row.
    if (context.routeRulesLeft-- <= 0)
      throw new GraphQLError('routeRules can be asked for a few reports only', {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    const rows = await findRouteRules(context.database, category.id, region?.code ?? null);
    return rows.map((row) => Object.assign(new RouteRule(), row));
  }
}
