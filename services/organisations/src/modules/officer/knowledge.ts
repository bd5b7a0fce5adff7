import type { Context } from '../../context.ts';
import { may } from '../authority/index.ts';
import type { Officer } from './graphql.ts';
import { isRunningOrComing } from './period.ts';
import type { PostRow } from './repository.ts';

/** Running and coming posts of an officer, and the ended ones. */
async function postsOf(officer: Officer, { loaders, clock }: Context) {
  const at = clock.now();
  const rows = await loaders.posts.load(officer.id);
  const isHeld = (row: PostRow) => isRunningOrComing({ endsAt: row.ends_at }, at);
  return { held: rows.filter(isHeld), past: rows.filter((row) => !isHeld(row)) };
}

const governmentsOf = (rows: readonly PostRow[]) => rows.map((row) => row.path[0]!);

/** The officer's running and coming posts, or null when the viewer may not know who this is. */
export async function findKnownPosts(officer: Officer, context: Context): Promise<PostRow[] | null> {
  if (context.viewer.kind !== 'officer') return null;
  const { held } = await postsOf(officer, context);
  const subject = { officerId: officer.id, governmentIds: governmentsOf(held) };
  return may(await context.placedViewer(), 'knowOfficer', subject) ? held : null;
}

/** Who did something stays known to the government for which it was done, after the post has ended. */
export async function mayKnowName(officer: Officer, context: Context): Promise<boolean> {
  if (context.viewer.kind !== 'officer') return false;
  const { held, past } = await postsOf(officer, context);
  const subject = { officerId: officer.id, governmentIds: governmentsOf([...held, ...past]) };
  return may(await context.placedViewer(), 'knowOfficer', subject);
}

export async function mayManage(officer: Officer, context: Context): Promise<boolean> {
  if (context.viewer.kind !== 'officer') return false;
  const { held } = await postsOf(officer, context);
  const posts = held.map((row) => ({ ...row, regionCode: row.region_code }));
  return may(await context.placedViewer(), 'manageOfficer', { officerId: officer.id, posts });
}

export const isSelf = (officer: Officer, { viewer }: Context): boolean =>
  viewer.kind === 'officer' && viewer.accountId === officer.id && viewer.apiKey === undefined;

/** The ended posts, or null when the viewer does not manage the officer. */
export async function findPastPosts(officer: Officer, context: Context): Promise<PostRow[] | null> {
  return (await mayManage(officer, context)) ? (await postsOf(officer, context)).past : null;
}
