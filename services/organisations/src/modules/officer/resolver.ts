import { LocalDate } from '@lapor/subgraph';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { may } from '../authority/index.ts';
import { Organisation } from '../organisation/graphql-index.ts';
import {
  AccountState,
  Invitation,
  Officer,
  OfficerConnection,
  OfficerFilter,
  Post,
  Suspension,
} from './graphql.ts';
import { findKnownPosts, findPastPosts, isSelf, mayKnowName, mayManage } from './knowledge.ts';
import { pageOfOfficers } from './list-officers.ts';
import { toPost } from './mapper.ts';
import { isInForce } from './period.ts';

@Resolver(() => Officer)
export class OfficerResolver {
  @Query(() => Officer, {
    nullable: true,
    description: 'The officer who asks; null for citizens and the public.',
  })
  viewerOfficer(@Ctx() { viewer, loaders }: Context): Promise<Officer | null> | null {
    if (viewer.kind !== 'officer' || viewer.accountId === undefined || viewer.apiKey) return null;
    return loaders.officer.load(viewer.accountId);
  }

  @Query(() => Officer, {
    nullable: true,
    description: 'An officer by id; null also for those who may not know who this is.',
  })
  async officer(
    @Arg('id', () => ID, { description: 'Id of the officer.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Officer | null> {
    const officer = await context.loaders.officer.load(id);
    return officer !== null && (await mayKnowName(officer, context)) ? officer : null;
  }

  @Query(() => OfficerConnection, {
    description:
      'Officers with running or coming posts whom the viewer may know, by name: those of the own governments; for the national desk all.',
  })
  officers(
    @Arg('filter', () => OfficerFilter, { nullable: true, description: 'Which ones; without it all.' })
    filter: OfficerFilter | null,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many at most, up to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
    @Ctx() context: Context,
  ): Promise<OfficerConnection> {
    return pageOfOfficers(context, filter ?? {}, first, after);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Only for the officer, officers of the same government (also of a former post) and the national desk; null for others.',
  })
  async name(@Root() officer: Officer, @Ctx() context: Context): Promise<string | null> {
    return (await mayKnowName(officer, context)) ? officer.ownName : null;
  }

  @FieldResolver(() => [Post], {
    description: 'Posts in force; none for those who may not know who the officer is.',
  })
  async posts(@Root() officer: Officer, @Ctx() context: Context): Promise<Post[]> {
    const at = context.clock.now();
    const rows = (await findKnownPosts(officer, context)) ?? [];
    return rows
      .filter((row) => isInForce({ startsAt: row.starts_at, endsAt: row.ends_at }, at))
      .map((row) => toPost(row));
  }

  @FieldResolver(() => [Post], {
    description: 'Posts that are still to begin; none for those who may not know who the officer is.',
  })
  async comingPosts(@Root() officer: Officer, @Ctx() context: Context): Promise<Post[]> {
    const at = context.clock.now();
    const rows = (await findKnownPosts(officer, context)) ?? [];
    return rows.filter((row) => row.starts_at > at).map((row) => toPost(row));
  }

  @FieldResolver(() => [Post], { description: 'Ended posts; only for those who manage the officer.' })
  async pastPosts(@Root() officer: Officer, @Ctx() context: Context): Promise<Post[]> {
    return ((await findPastPosts(officer, context)) ?? []).map((row) => toPost(row));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Work address; only for the officer and those who manage the officer.',
  })
  async email(@Root() officer: Officer, @Ctx() context: Context): Promise<string | null> {
    return isSelf(officer, context) || (await mayManage(officer, context)) ? officer.ownEmail : null;
  }

  @FieldResolver(() => AccountState, {
    nullable: true,
    description: 'Whether the officer can sign in; null for those who may not know who this is.',
  })
  async accountState(@Root() officer: Officer, @Ctx() context: Context): Promise<AccountState | null> {
    return (await findKnownPosts(officer, context)) === null ? null : officer.state;
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether the account has a second factor, without which it has no authority; only for the officer and those who manage the officer.',
  })
  async hasSecondFactor(@Root() officer: Officer, @Ctx() context: Context): Promise<boolean | null> {
    return isSelf(officer, context) || (await mayManage(officer, context)) ? officer.isEnrolled : null;
  }

  @FieldResolver(() => LocalDate, {
    nullable: true,
    description: 'Day of the last sign-in; only for the officer and those who manage the officer.',
  })
  async lastSignedInOn(@Root() officer: Officer, @Ctx() context: Context): Promise<string | null> {
    return isSelf(officer, context) || (await mayManage(officer, context)) ? officer.signedInOn : null;
  }

  @FieldResolver(() => Invitation, {
    nullable: true,
    description: 'The open or expired invitation; only for those who manage the officer.',
  })
  async invitation(@Root() officer: Officer, @Ctx() context: Context): Promise<Invitation | null> {
    return (await mayManage(officer, context)) ? officer.openInvitation : null;
  }

  @FieldResolver(() => Suspension, {
    nullable: true,
    description: 'Why the officer is suspended; only for those who manage the officer.',
  })
  async suspension(@Root() officer: Officer, @Ctx() context: Context): Promise<Suspension | null> {
    return (await mayManage(officer, context)) ? officer.ownSuspension : null;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may invite again, rename, suspend and reinstate the officer.',
  })
  viewerCanManage(@Root() officer: Officer, @Ctx() context: Context): Promise<boolean> {
    return mayManage(officer, context);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the officer is the one who asks.' })
  viewerIsSelf(@Root() officer: Officer, @Ctx() context: Context): boolean {
    return isSelf(officer, context);
  }
}

@Resolver(() => Post)
export class PostResolver {
  @FieldResolver(() => Organisation, { description: 'Where the role is held.' })
  organisation(@Root() post: Post, @Ctx() { loaders }: Context): Promise<Organisation | null> {
    return loaders.organisation.load(post.organisationId);
  }

  @FieldResolver(() => Officer, {
    nullable: true,
    description: 'For whom a substitute acts while this post runs; null for an own post.',
  })
  onBehalfOf(@Root() post: Post, @Ctx() { loaders }: Context): Promise<Officer | null> | null {
    return post.onBehalfOfId === null ? null : loaders.officer.load(post.onBehalfOfId);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may end this post.' })
  async viewerCanEnd(
    @Root() post: Post,
    @Ctx() { viewer, loaders, placedViewer }: Context,
  ): Promise<boolean> {
    // Nobody ends the own.
    const isOwn = post.officerId === viewer.accountId;
    if (viewer.kind !== 'officer' || isOwn || post.onBehalfOfId !== null) return false;
    const place = await loaders.organisation.load(post.organisationId);
    return place !== null && may(await placedViewer(), 'managePost', { ...place, role: post.role });
  }
}

@Resolver(() => Invitation)
export class InvitationResolver {
  @FieldResolver(() => Officer, {
    nullable: true,
    description: 'Who sent it; null when the platform did.',
  })
  by(@Root() { sentById }: Invitation, @Ctx() { loaders }: Context): Promise<Officer | null> | null {
    return sentById === null ? null : loaders.officer.load(sentById);
  }
}

@Resolver(() => Suspension)
export class SuspensionResolver {
  @FieldResolver(() => Officer, { nullable: true, description: 'Who suspended the officer.' })
  by(@Root() { suspendedById }: Suspension, @Ctx() { loaders }: Context): Promise<Officer | null> | null {
    return suspendedById === null ? null : loaders.officer.load(suspendedById);
  }
}

@Resolver(() => Organisation)
export class OrganisationOfficersResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may invite liaison officers here and give or end their posts.',
  })
  async viewerCanManageOfficers(
    @Root() organisation: Organisation,
    @Ctx() { viewer, placedViewer }: Context,
  ): Promise<boolean> {
    if (viewer.kind !== 'officer') return false;
    return may(await placedViewer(), 'managePost', { ...organisation, role: 'LIAISON_OFFICER' });
  }
}
