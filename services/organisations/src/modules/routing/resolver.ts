import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Viewer } from '@lapor/viewer';
import type { Context } from '../../context.ts';
import { Officer } from '../officer/graphql-index.ts';
import { Organisation } from '../organisation/index.ts';
import { pageSize } from '../paging/index.ts';
import { toUserError } from '@lapor/request/graphql';
import {
  CategoryRoute,
  CategoryRouteConnection,
  CategoryRouteFilter,
  ChangeRoutingResult,
  RouteRule,
  RoutingChanged,
  SetCategoryRouteInput,
  UnitKey,
} from './graphql.ts';
import { pageOfRoutes } from './list-routes.ts';
import { toCategoryRoute } from './mapper.ts';
import { findRoute, findRouteRules, listUnitKeys } from './repository.ts';
import { setCategoryRoute } from './set-category-route.ts';

@Resolver(() => CategoryRoute)
export class RoutingResolver {
  @Query(() => [RouteRule], {
    description:
      'Organisations that are usually competent for a category at a place, with the rule behind each: at most one per level. What a text says is not weighed.',
  })
  async routeRules(
    @Arg('categoryId', () => ID, { description: 'The category.' }) categoryId: string,
    @Arg('regionCode', () => ID, {
      nullable: true,
      description:
        'Province, regency, city or district of the place; without it only national bodies are found.',
    })
    regionCode: string | null,
    @Ctx() { database }: Context,
  ): Promise<RouteRule[]> {
    const rows = await findRouteRules(database, categoryId, regionCode ?? null);
    return rows.map((row) => Object.assign(new RouteRule(), row));
  }

  @Query(() => CategoryRouteConnection, { description: 'The category map in force, by category.' })
  categoryRoutes(
    @Arg('filter', () => CategoryRouteFilter, {
      nullable: true,
      description: 'Which part; without it the national map.',
    })
    filter: CategoryRouteFilter | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many at most, up to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
    @Ctx() { database }: Context,
  ): Promise<CategoryRouteConnection> {
    return pageOfRoutes(database, filter ?? {}, pageSize(first), after);
  }

  @Query(() => [UnitKey], {
    description: 'The keys that units can serve and the category map can name, by name.',
  })
  async unitKeys(@Ctx() { database }: Context): Promise<UnitKey[]> {
    return (await listUnitKeys(database)).map((row) => Object.assign(new UnitKey(), row));
  }

  @Mutation(() => ChangeRoutingResult, {
    description:
      'Changes where reports of a category go: the national map by the national desk, the own units by an admin at the root of the government.',
  })
  async setCategoryRoute(
    @Arg('input', () => SetCategoryRouteInput, { description: 'The rule.' }) input: SetCategoryRouteInput,
    @Ctx() context: Context,
  ): Promise<typeof ChangeRoutingResult> {
    const outcome = await setCategoryRoute(context, input, context.viewer);
    if (!outcome.ok) return toUserError(outcome.error);
    const { routeId } = outcome.value;
    const route = routeId === null ? null : await findRoute(context.database, routeId);
    return Object.assign(new RoutingChanged(), { route: route === null ? null : toCategoryRoute(route) });
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The ministry, agency or state enterprise that handles it.',
  })
  nationalOrganisation(
    @Root() { nationalOrganisationId }: CategoryRoute,
    @Ctx() context: Context,
  ): Promise<Organisation | null> | null {
    return load(context, nationalOrganisationId);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The government whose own choice this is; null for a row of the national map.',
  })
  government(
    @Root() { governmentId }: CategoryRoute,
    @Ctx() context: Context,
  ): Promise<Organisation | null> | null {
    return load(context, governmentId);
  }

  @FieldResolver(() => Organisation, { nullable: true, description: 'The unit that the government chose.' })
  unit(@Root() { unitId }: CategoryRoute, @Ctx() context: Context): Promise<Organisation | null> | null {
    return load(context, unitId);
  }

  @FieldResolver(() => Officer, {
    nullable: true,
    description: 'Who decided it; null for reference data, and for those who are not officers.',
  })
  by(
    @Root() { actorId }: CategoryRoute,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<Officer | null> | null {
    return actorId === null || !isInOffice(viewer) ? null : loaders.officer.load(actorId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why, for officers; null for others.' })
  reason(@Root() { enteredReason }: CategoryRoute, @Ctx() { viewer }: Context): string | null {
    return isInOffice(viewer) ? enteredReason : null;
  }
}

@Resolver(() => RouteRule)
export class RouteRuleResolver {
  @FieldResolver(() => Organisation, { description: 'The organisation.' })
  organisation(
    @Root() { organisationId }: RouteRule,
    @Ctx() { loaders }: Context,
  ): Promise<Organisation | null> {
    return loaders.organisation.load(organisationId);
  }
}

/** An officer with a post in force; neither a key nor somebody who has yet to enrol the second factor. */
const isInOffice = ({ kind, posts, apiKey }: Viewer): boolean =>
  kind === 'officer' && posts.length > 0 && apiKey === undefined;

const load = ({ loaders }: Context, id: string | null): Promise<Organisation | null> | null =>
  id === null ? null : loaders.organisation.load(id);
