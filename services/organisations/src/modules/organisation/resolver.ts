import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { pageSize } from '../paging/index.ts';
import { Region } from '../region/index.ts';
import { Organisation, OrganisationConnection, OrganisationFilter } from './graphql.ts';
import { namePosition, pageOfOrganisations } from './list-organisations.ts';

@Resolver(() => Organisation)
export class OrganisationResolver {
  @Query(() => Organisation, {
    nullable: true,
    description: 'An organisation by its id, former ones included.',
  })
  organisation(
    @Arg('id', () => ID, { description: 'For example pemkot-13-71.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Organisation | null> {
    return loaders.organisation.load(id);
  }

  @Query(() => OrganisationConnection, { description: 'Organisations; former ones only when asked for.' })
  organisations(
    @Arg('filter', () => OrganisationFilter, { nullable: true, description: 'Which ones; without it all.' })
    filter: OrganisationFilter | null,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many at most, up to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
    @Ctx() { database }: Context,
  ): Promise<OrganisationConnection> {
    return pageOfOrganisations(database, filter ?? {}, first, after);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description:
      'What it stands below in the tree; a city stands below its province though it governs itself.',
  })
  parent(
    @Root() organisation: Organisation,
    @Ctx() { loaders }: Context,
  ): Promise<Organisation | null> | null {
    return organisation.parentId === null ? null : loaders.organisation.load(organisation.parentId);
  }

  @FieldResolver(() => Organisation, {
    description: 'Root of its own government or ministry, where authority ends; itself when it is the root.',
  })
  government(
    @Root() organisation: Organisation,
    @Ctx() { loaders }: Context,
  ): Organisation | Promise<Organisation | null> {
    const [root] = organisation.path;
    return root === organisation.id ? organisation : loaders.organisation.load(root!);
  }

  @FieldResolver(() => [Organisation], {
    description: 'What is above it within its own government, the government first, without itself.',
  })
  async ancestors(@Root() organisation: Organisation, @Ctx() { loaders }: Context): Promise<Organisation[]> {
    const found = await Promise.all(
      organisation.path.slice(0, -1).map((id) => loaders.organisation.load(id)),
    );
    return found.filter((ancestor) => ancestor !== null);
  }

  @FieldResolver(() => [Organisation], {
    description: 'What it went on in when it was merged or dissolved; empty while it exists.',
  })
  async successors(@Root() organisation: Organisation, @Ctx() { loaders }: Context): Promise<Organisation[]> {
    const found = await Promise.all(organisation.successorIds.map((id) => loaders.organisation.load(id)));
    return found.filter((successor) => successor !== null);
  }

  @FieldResolver(() => [Organisation], { description: 'Former organisations that went on in it, by name.' })
  predecessors(@Root() organisation: Organisation, @Ctx() { loaders }: Context): Promise<Organisation[]> {
    return loaders.predecessors.load(organisation.id);
  }

  @FieldResolver(() => Region, { nullable: true, description: 'Where it is; null for national bodies.' })
  region(@Root() organisation: Organisation, @Ctx() { loaders }: Context): Promise<Region | null> | null {
    return organisation.regionCode === null ? null : loaders.region.load(organisation.regionCode);
  }

  @FieldResolver(() => Int, { description: 'How many active organisations stand directly below it.' })
  async childCount(@Root() organisation: Organisation, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.childCount.load(organisation.id))?.count ?? 0;
  }

  @FieldResolver(() => OrganisationConnection, {
    description: 'The active organisations directly below it, by name.',
  })
  children(
    @Root() organisation: Organisation,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many at most, up to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
    @Ctx() { loaders }: Context,
  ): Promise<OrganisationConnection> {
    return loaders.children(organisation.id, pageSize(first), namePosition(after));
  }
}
