import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { noteInAudit, type AuditAction } from '../audit/index.ts';
import { findCategory } from '../category/index.ts';
import {
  done,
  findReports,
  givenId,
  invalid,
  may,
  NOT_FOUND,
  policyFacts,
  reportId,
  validate,
  type ReportRow,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import { followerHash, followingAccount, readUnfollowToken, sealContext } from './follower.ts';
import type { FollowRow } from './repository.ts';

const MOST_FOLLOWED = 200;

interface Target {
  reportId: string | null;
  regionCode: string | null;
  categoryId: string | null;
}

const onReport = z.object({ reportId });

/** Follows a published report that is not the own: its public news come by mail. Only for citizens' accounts; twice is once. */
export async function followReport(
  deps: ReportsDependencies,
  input: z.input<typeof onReport>,
  viewer: Viewer,
): Promise<Result<FollowRow>> {
  const accountId = followingAccount(viewer);
  const valid = validate(onReport, input);
  if (!valid.ok) return valid;
  const [row] = await findReports(deps.database, [valid.value.reportId]);
  // As with support: what everybody reads, and not the reporter, who is told anyway.
  if (accountId === null || !row || !may(viewer, policyFacts(row, viewer, deps), 'support')) return NOT_FOUND;
  return add(deps, accountId, { reportId: row.id, regionCode: null, categoryId: null }, row);
}

const onArea = z.object({
  regionCode: z.string().regex(/^\d\d(\.\d\d(\.\d\d)?)?$/, 'A region code such as 13.71.09.'),
  categoryId: givenId(200).nullish(),
});

/** Follows what is newly published in a region, or of a category in it: a mail a day at most. Only for citizens' accounts. */
export async function followArea(
  deps: ReportsDependencies,
  input: z.input<typeof onArea>,
  viewer: Viewer,
): Promise<Result<FollowRow>> {
  const accountId = followingAccount(viewer);
  if (accountId === null) return NOT_FOUND;
  const valid = validate(onArea, input);
  if (!valid.ok) return valid;
  const { regionCode, categoryId = null } = valid.value;
  if (categoryId !== null && !(await findCategory(deps.database.fork(), categoryId)))
    return invalid({ path: 'input.categoryId', code: 'NOT_FOUND', message: 'There is no such category.' });
  return add(deps, accountId, { reportId: null, regionCode, categoryId }, null);
}

async function add(
  deps: ReportsDependencies,
  accountId: string,
  target: Target,
  report: ReportRow | null,
): Promise<Result<FollowRow>> {
  const hash = followerHash(deps, accountId);
  const at = deps.clock.now();
  const id = deps.newId();
  const { reportId: ofReport, regionCode, categoryId } = target;
  return deps.database.transaction(async (em) => {
    const [added] = await em.execute<{ id: string }[]>(
      `insert into follow (id, follower_hash, sealed, report_id, region_code, category_id, followed_at, told_until)
       select ?::uuid, ?, ?, ?::uuid, ?, ?, ?::timestamptz, ?::timestamptz
       where (select count(*) from follow where follower_hash = ?) < ${MOST_FOLLOWED}
       on conflict do nothing returning id`,
      [
        id,
        hash,
        deps.sealer.seal(accountId, sealContext(id)),
        ofReport,
        regionCode,
        categoryId,
        at.toISOString(),
        at.toISOString(),
        hash,
      ],
    );
    if (added) {
      await note(deps, em, 'FOLLOWED', id, report);
      return done({
        id,
        report_id: ofReport,
        region_code: regionCode,
        category_id: categoryId,
        followed_at: at,
      });
    }
    const [known] = await em.execute<(Omit<FollowRow, 'followed_at'> & { followed_at: string })[]>(
      `select id, report_id, region_code, category_id, followed_at from follow
       where follower_hash = ? and report_id is not distinct from ?::uuid and region_code is not distinct from ? and category_id is not distinct from ?`,
      [hash, ofReport, regionCode, categoryId],
    );
    return known
      ? done({ ...known, followed_at: new Date(known.followed_at) })
      : invalid({ path: 'input', code: 'TOO_MANY', message: `At most ${MOST_FOLLOWED} can be followed.` });
  });
}

const ofFollow = z.object({ followId: z.uuid() });

/** Follows something no more. */
export async function unfollow(
  deps: ReportsDependencies,
  input: z.input<typeof ofFollow>,
  viewer: Viewer,
): Promise<Result<{ id: string }>> {
  const accountId = followingAccount(viewer);
  const valid = validate(ofFollow, input);
  if (accountId === null || !valid.ok) return NOT_FOUND;
  return remove(deps, 'id = ?::uuid and follower_hash = ?', [
    valid.value.followId,
    followerHash(deps, accountId),
  ]);
}

/** Follows a report no more. */
export async function unfollowReport(
  deps: ReportsDependencies,
  input: z.input<typeof onReport>,
  viewer: Viewer,
): Promise<Result<{ id: string }>> {
  const accountId = followingAccount(viewer);
  const valid = validate(onReport, input);
  if (accountId === null || !valid.ok) return NOT_FOUND;
  return remove(deps, 'report_id = ?::uuid and follower_hash = ?', [
    valid.value.reportId,
    followerHash(deps, accountId),
  ]);
}

/** By the link of a mail; a token that is none of ours does nothing. */
export async function unfollowByToken(deps: ReportsDependencies, token: string): Promise<void> {
  const id = readUnfollowToken(deps, token);
  if (id) await remove(deps, 'id = ?::uuid', [id]);
}

async function remove(
  deps: ReportsDependencies,
  condition: string,
  values: readonly unknown[],
): Promise<Result<{ id: string }>> {
  return deps.database.transaction(async (em) => {
    const [gone] = await em.execute<{ id: string }[]>(`delete from follow where ${condition} returning id`, [
      ...values,
    ]);
    if (!gone) return NOT_FOUND;
    await note(deps, em, 'UNFOLLOWED', gone.id, null);
    return done({ id: gone.id });
  });
}

/** Who it was is not kept, as with support. */
const note = (
  deps: ReportsDependencies,
  em: EntityManager,
  action: AuditAction,
  subjectId: string,
  report: ReportRow | null,
): Promise<void> =>
  noteInAudit(em, {
    at: deps.clock.now(),
    action,
    actorKind: 'CITIZEN',
    actorId: null,
    organisationId: null,
    reportId: report?.id ?? null,
    subjectId,
    paths: (report?.assignments ?? []).map(({ path }) => path),
    facts: report ? { number: report.number } : {},
  });
