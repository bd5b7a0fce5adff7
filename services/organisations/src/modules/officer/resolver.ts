import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Organisation, headTitle } from '../organisation/index.ts';
import { Officer, OrganisationHead, Post } from './graphql.ts';
import { mayKnowOfficer } from './policy.ts';
import type { PostRow } from './repository.ts';

@Resolver(() => Officer)
export class OfficerResolver {
  @Query(() => Officer, {
    nullable: true,
    description: 'The officer who asks; null for citizens and the public.',
  })
  viewerOfficer(@Ctx() { viewer, loaders }: Context): Promise<Officer | null> | null {
    if (viewer.kind !== 'officer' || viewer.accountId === undefined) return null;
    return loaders.officer.load(viewer.accountId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Only for the officer, officers of the same government and the national desk; null for others.',
  })
  async name(@Root() officer: Officer, @Ctx() context: Context): Promise<string | null> {
    return (await findKnownPosts(officer, context)) === null ? null : officer.ownName;
  }

  @FieldResolver(() => [Post], {
    description: 'Posts in force; none for those who may not know who the officer is.',
  })
  async posts(@Root() officer: Officer, @Ctx() context: Context): Promise<Post[]> {
    const rows = (await findKnownPosts(officer, context)) ?? [];
    return rows.map((row) =>
      Object.assign(new Post(), { role: row.role, organisationId: row.organisation_id }),
    );
  }
}

/** The officer's posts, or `null` when the viewer may not know who this is. */
async function findKnownPosts(officer: Officer, { viewer, loaders }: Context): Promise<PostRow[] | null> {
  if (viewer.kind !== 'officer') return null;
  const [found, ...places] = await Promise.all([
    loaders.posts.load(officer.id),
    ...viewer.posts.map((post) => loaders.organisation.load(post.organisationId)),
  ]);
  const posts = found?.posts ?? [];
  const viewerGovernments = places.flatMap((place) => place?.path.slice(0, 1) ?? []);
  const governments = posts.map((post) => post.government_id);
  return mayKnowOfficer(viewer, viewerGovernments, { id: officer.id, governments }) ? posts : null;
}

@Resolver(() => Post)
export class PostResolver {
  @FieldResolver(() => Organisation, { description: 'Where the role is held.' })
  organisation(@Root() post: Post, @Ctx() { loaders }: Context): Promise<Organisation | null> {
    return loaders.organisation.load(post.organisationId);
  }
}

@Resolver(() => Organisation)
export class OrganisationHeadResolver {
  @FieldResolver(() => OrganisationHead, { description: 'Its highest official.' })
  head(@Root() organisation: Organisation): OrganisationHead {
    return Object.assign(new OrganisationHead(), { title: headTitle(organisation), organisation });
  }
}

@Resolver(() => OrganisationHead)
export class HeadNameResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Name of the official in office as registered; null when nobody is. Public: heads of agencies answer by name.',
  })
  async name(@Root() head: OrganisationHead, @Ctx() { loaders }: Context): Promise<string | null> {
    return (await loaders.head.load(head.organisation.id))?.name ?? null;
  }
}
