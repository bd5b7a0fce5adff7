import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { toCategory } from '../category/index.ts';
import { Region, Report, show, toUserError } from '../report/graphql-index.ts';
import { findReports, type Result } from '../report/index.ts';
import { followArea, followReport, unfollow, unfollowReport } from './follow.ts';
import { followerHash, followingAccount } from './follower.ts';
import {
  Follow,
  FollowAreaInput,
  Followed,
  FollowReportInput,
  FollowResult,
  Unfollowed,
  UnfollowInput,
  UnfollowResult,
} from './graphql.ts';
import { findFollows, type FollowRow } from './repository.ts';

@Resolver(() => Report)
export class FollowingResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer follows it; false without a citizen’s account.',
  })
  viewerFollows(
    @Root() report: Report,
    @Ctx() { loaders, viewer }: ReportsContext,
  ): boolean | Promise<boolean> {
    return followingAccount(viewer) === null ? false : loaders.followed.load(report.id);
  }

  @Query(() => [Follow], {
    description: 'What the viewer follows, the newest first; empty without a citizen’s account.',
  })
  async myFollowing(@Ctx() context: ReportsContext): Promise<Follow[]> {
    const accountId = followingAccount(context.viewer);
    if (accountId === null) return [];
    return toFollows(context, await findFollows(context.database, followerHash(context.deps, accountId)));
  }

  @Mutation(() => FollowResult, {
    description: 'Follows a published report: its public news come by mail. For citizens’ accounts.',
  })
  followReport(
    @Arg('input', () => FollowReportInput, { description: 'Which report.' }) input: FollowReportInput,
    @Ctx() context: ReportsContext,
  ): Promise<typeof FollowResult> {
    return followed(context, followReport(context.deps, input, context.viewer));
  }

  @Mutation(() => UnfollowResult, { description: 'Follows a report no more.' })
  async unfollowReport(
    @Arg('input', () => FollowReportInput, { description: 'Which report.' }) input: FollowReportInput,
    @Ctx() { deps, viewer }: ReportsContext,
  ): Promise<typeof UnfollowResult> {
    return unfollowed(await unfollowReport(deps, input, viewer));
  }

  @Mutation(() => FollowResult, {
    description:
      'Follows what is newly published in an area: one mail a day at most. For citizens’ accounts.',
  })
  followArea(
    @Arg('input', () => FollowAreaInput, { description: 'Which area.' }) input: FollowAreaInput,
    @Ctx() context: ReportsContext,
  ): Promise<typeof FollowResult> {
    return followed(context, followArea(context.deps, input, context.viewer));
  }

  @Mutation(() => UnfollowResult, { description: 'Follows a report or an area no more.' })
  async unfollow(
    @Arg('input', () => UnfollowInput, { description: 'What.' }) input: UnfollowInput,
    @Ctx() { deps, viewer }: ReportsContext,
  ): Promise<typeof UnfollowResult> {
    return unfollowed(await unfollow(deps, input, viewer));
  }
}

async function followed(
  context: ReportsContext,
  changing: Promise<Result<FollowRow>>,
): Promise<typeof FollowResult> {
  const result = await changing;
  if (!result.ok) return toUserError(result.failure) as never;
  context.loaders.followed.clearAll();
  const [follow] = await toFollows(context, [result.value]);
  return Object.assign(new Followed(), { follow: follow! });
}

const unfollowed = (result: Result<{ id: string }>): typeof UnfollowResult =>
  result.ok ? Object.assign(new Unfollowed(), result.value) : (toUserError(result.failure) as never);

async function toFollows(context: ReportsContext, rows: readonly FollowRow[]): Promise<Follow[]> {
  const ids = rows.flatMap(({ report_id }) => report_id ?? []);
  const reports = new Map(
    (ids.length > 0 ? await findReports(context.database, ids) : []).map((row) => [row.id, row]),
  );
  return Promise.all(
    rows.map(async ({ id, report_id, region_code, category_id, followed_at }) => {
      const report = report_id === null ? undefined : reports.get(report_id);
      const category = category_id === null ? null : await context.loaders.category.load(category_id);
      return Object.assign(new Follow(), {
        id,
        report: report ? show(context)(report) : null,
        region: region_code === null ? null : Object.assign(new Region(), { code: region_code }),
        category: category && toCategory(category),
        followedAt: followed_at,
      });
    }),
  );
}
