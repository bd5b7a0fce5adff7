import type { EntityManager } from '@mikro-orm/postgresql';
import type { PostRole, Viewer } from '@lapor/viewer';
import type { ReportsDependencies } from '../report/index.ts';
import { textArray } from '../organisation/index.ts';

interface OfficerRow {
  id: string;
  is_suspended: boolean;
  posts: { role: PostRole; organisationId: string; from: string; until: string | null }[];
}

/** Officers by id as the policy would meet them now, with the posts in force; whoever is unknown or suspended is left out. */
export async function findOfficers(
  em: EntityManager,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, Viewer>> {
  if (ids.length === 0) return new Map();
  const rows = await em.execute<OfficerRow[]>(
    'select id, is_suspended, posts from officer where id = any(?::text[])',
    [textArray(ids)],
  );
  return new Map(rows.filter((row) => !row.is_suspended).map((row) => [row.id, toViewer(row, now)]));
}

/** Officers in office with one of the roles at one of the organisations, by id. */
export async function findOfficersAt(
  em: EntityManager,
  organisationIds: readonly string[],
  roles: readonly PostRole[],
  now: Date,
): Promise<Map<string, Viewer>> {
  const rows = await em.execute<OfficerRow[]>(
    `select id, is_suspended, posts from officer where not is_suspended
     and posts @> any(array(select jsonb_build_array(jsonb_build_object('organisationId', o)) from unnest(?::text[]) o))`,
    [textArray(organisationIds)],
  );
  return new Map(
    rows
      .map((row) => toViewer(row, now))
      .filter(({ posts }) =>
        posts.some(
          ({ role, organisationId }) => roles.includes(role) && organisationIds.includes(organisationId),
        ),
      )
      .map((officer) => [officer.accountId!, officer]),
  );
}

const toViewer = ({ id, posts }: OfficerRow, now: Date): Viewer => ({
  kind: 'officer',
  accountId: id,
  posts: posts
    .filter(({ from, until }) => new Date(from) <= now && (until === null || new Date(until) > now))
    .map(({ role, organisationId }) => ({ role, organisationId })),
  reportGrants: [],
});

/**
 * Somebody who came a while ago, with those of the posts that are still in force; an officer of whom nothing was told keeps them, and is
 * asked who it is by whoever let it in.
 */
export async function withPostsOfNow(
  { database, clock }: Pick<ReportsDependencies, 'database' | 'clock'>,
  viewer: Viewer,
): Promise<Viewer> {
  if (viewer.posts.length === 0 || viewer.accountId === undefined) return viewer;
  const [row] = await database.query<OfficerRow>(
    'posts-of-officer',
    'select id, is_suspended, posts from officer where id = $1',
    [viewer.accountId],
  );
  if (!row) return viewer;
  const { posts } = row.is_suspended ? { posts: [] } : toViewer(row, clock.now());
  const isHeld = (post: Viewer['posts'][number]) =>
    posts.some(({ role, organisationId }) => role === post.role && organisationId === post.organisationId);
  return { ...viewer, posts: viewer.posts.filter(isHeld) };
}
