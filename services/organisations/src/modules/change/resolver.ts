import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { type Action, type Place, may } from '../authority/index.ts';
import { Officer } from '../officer/graphql-index.ts';
import { Organisation } from '../organisation/index.ts';
import { pageSize } from '../paging/index.ts';
import { OrganisationChange, OrganisationChangeConnection } from './graphql.ts';
import { changePosition } from './loaders.ts';

@Resolver(() => Organisation)
export class OrganisationChangesResolver {
  @FieldResolver(() => OrganisationChangeConnection, {
    nullable: true,
    description:
      'What happened to it, the newest first, without what is yet to happen. For officers of the same government, the national desk, the Ombudsman and KSP; null for others.',
  })
  async changes(
    @Root() organisation: Organisation,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many at most, up to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
    @Ctx() { placedViewer, loaders }: Context,
  ): Promise<OrganisationChangeConnection | null> {
    if (!may(await placedViewer(), 'readChanges', organisation)) return null;
    return loaders.changes(organisation.id, pageSize(first), changePosition(after));
  }

  @FieldResolver(() => [OrganisationChange], {
    nullable: true,
    description:
      'What waits for its day, the earliest first. For officers of the same government, the national desk, the Ombudsman and KSP; null for others.',
  })
  async scheduledChanges(
    @Root() organisation: Organisation,
    @Ctx() { placedViewer, loaders }: Context,
  ): Promise<OrganisationChange[] | null> {
    if (!may(await placedViewer(), 'readChanges', organisation)) return null;
    return loaders.scheduledChanges.load(organisation.id);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may change its contacts, its head, and at a root its closing days.',
  })
  viewerCanEdit(@Root() organisation: Organisation, @Ctx() context: Context): Promise<boolean> {
    return viewerMay(context, 'editDetails', organisation);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may rename, move, merge, retire and restore it.',
  })
  viewerCanRestructure(@Root() organisation: Organisation, @Ctx() context: Context): Promise<boolean> {
    return viewerMay(context, 'restructure', organisation);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may add and import units below it.' })
  viewerCanAddUnits(@Root() organisation: Organisation, @Ctx() context: Context): Promise<boolean> {
    return viewerMay(context, 'addUnits', organisation);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may choose which of its units serves which category.',
  })
  async viewerCanRouteCategories(
    @Root() organisation: Organisation,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return organisation.path.length === 1 && (await viewerMay(context, 'routeInGovernment', organisation));
  }
}

type PlaceAction = Extract<Action, 'editDetails' | 'restructure' | 'addUnits' | 'routeInGovernment'>;

async function viewerMay(
  { placedViewer }: Context,
  action: PlaceAction,
  organisation: Organisation & Place,
): Promise<boolean> {
  return may(await placedViewer(), action, organisation);
}

@Resolver(() => OrganisationChange)
export class OrganisationChangeResolver {
  @FieldResolver(() => Organisation, {
    description: 'The organisation; for a unit that is yet to be made the one it will stand below.',
  })
  organisation(
    @Root() change: OrganisationChange,
    @Ctx() { loaders }: Context,
  ): Promise<Organisation | null> {
    return loaders.organisation.load(change.organisationId);
  }

  @FieldResolver(() => Officer, {
    nullable: true,
    description: 'Who entered it; null for the platform itself.',
  })
  by(@Root() change: OrganisationChange, @Ctx() { loaders }: Context): Promise<Officer | null> | null {
    return change.actorId === null ? null : loaders.officer.load(change.actorId);
  }
}
