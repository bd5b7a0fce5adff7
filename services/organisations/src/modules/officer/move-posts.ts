import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Actor, appendAudits } from '../audit/index.ts';
import { isRoleAt } from '../authority/index.ts';
import { announcePosts } from './announce-posts.ts';
import { shortenDelegations } from './end-delegations.ts';
import { PostEntity, type PostRecord } from './entity.ts';
import { overlap } from './period.ts';

/**
 * Lets the posts at an organisation that exists no more go on at its successor, with whoever stands in for them, in the running transaction. A post
 * ends instead where it is held there already, where the role does not exist, where it would reach further than before (the successor stands
 * above), and a head's where there is a head. The roots of the governments are locked; the caller works out anew who is staffed.
 */
export async function movePosts(
  em: EntityManager,
  { fromId, toId, actor, at }: { fromId: string; toId: string; actor: Actor; at: Date },
): Promise<void> {
  const find = (organisationId: string) =>
    em.find(
      PostEntity,
      { organisationId, $or: [{ endsAt: null }, { endsAt: { $gt: at } }] },
      { orderBy: { startsAt: 'asc', id: 'asc' }, refresh: true },
    );
  const posts = (await find(fromId)).filter((post) => !post.endsAt || post.endsAt > post.startsAt);
  if (posts.length === 0) return;
  const officerIds = [...new Set(posts.map((post) => post.officerId))].toSorted();
  for (const id of officerIds) await em.execute('select id from officer where id = ? for update', [id]);
  const held = await find(toId);
  const isHeldThere = (post: PostRecord) =>
    held.some(
      (other) =>
        other.officerId === post.officerId &&
        other.role === post.role &&
        other.onBehalfOf === post.onBehalfOf &&
        overlap(other, post),
    );
  const [rise] = await em.execute<unknown[]>(
    'select 1 from organisation where id = ? and path @> array[?] and id <> ?',
    [fromId, toId, toId],
  );
  const endsHere = (post: PostRecord) =>
    rise !== undefined ||
    !isRoleAt(post.role, toId) ||
    isHeldThere(post) ||
    (post.role === 'AGENCY_HEAD' &&
      held.some((other) => other.role === 'AGENCY_HEAD' && overlap(other, post)));
  const own = posts.filter((post) => post.delegationId === null);
  for (const post of own.filter(endsHere)) await shortenDelegations(em, { postId: post.id }, at, actor, at);
  const still = (await find(fromId)).filter((post) => !post.endsAt || post.endsAt > post.startsAt);
  const moves = still.map((post) => ({ post, movedId: endsHere(post) ? null : randomUUID() }));
  for (const { post, movedId } of moves) {
    const { officerId, role, endsAt = null, onBehalfOf, delegationId, grantedBy } = post;
    const startsAt = post.startsAt > at ? post.startsAt : at;
    post.endsAt = post.startsAt > at ? post.startsAt : at;
    post.endedBy = actor.kind === 'OFFICER' ? actor.id : null;
    if (movedId === null) continue;
    em.create(PostEntity, {
      id: movedId,
      officerId,
      organisationId: toId,
      role,
      startsAt,
      endsAt,
      grantedBy,
      endedBy: null,
      onBehalfOf,
      delegationId,
    });
  }
  await em.flush();
  for (const { post, movedId } of moves) {
    if (movedId !== null && post.delegationId === null) {
      await em.execute(`update delegation set post_id = ?::uuid where post_id = ?::uuid and ends_at > ?`, [
        movedId,
        post.id,
        at,
      ]);
    }
  }
  await appendAudits(
    em,
    moves.map(({ post, movedId }) => ({
      actor,
      action: movedId === null ? ('POST_ENDED' as const) : ('POST_MOVED' as const),
      officerId: post.officerId,
      organisationId: movedId === null ? fromId : toId,
      facts: {
        role: post.role,
        postId: movedId ?? post.id,
        ...(movedId !== null && { fromOrganisationId: fromId }),
      },
      at,
    })),
  );
  for (const id of officerIds) await announcePosts(em, id, at);
}
