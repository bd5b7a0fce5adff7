import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { PostRole } from '@lapor/viewer';
import { type Actor, appendAudit } from '../audit/index.ts';
import { isRoleAt } from '../authority/index.ts';
import { refreshStaffing } from '../organisation/index.ts';
import { accepted } from '@lapor/request';
import { type Outcome, refused } from '../refusal/index.ts';
import { announcePosts } from './announce-posts.ts';
import { type OfficerRecord, PostEntity, type PostRecord } from './entity.ts';
import { type Period, covers, overlap } from './period.ts';
import type { PlaceRecord } from './places.ts';

/** A post to be written. */
export type NewPost = { officer: OfficerRecord; place: PlaceRecord; role: PostRole; period: Period };

/**
 * Writes a post with its audit row and events in the running transaction. Officer and place are locked.
 * Refuses with ORGANISATION_FORMER, ROLE_NOT_AT_ORGANISATION, ALREADY_HELD or OVERLAPS.
 */
export async function writePost(
  em: EntityManager,
  { officer, place, role, period }: NewPost,
  actor: Actor,
  at: Date,
): Promise<Outcome<{ postId: string }>> {
  if (place.status !== 'ACTIVE') {
    return refused('ORGANISATION_FORMER', 'The organisation does not exist any more', 'organisationId');
  }
  if (!isRoleAt(role, place.id)) {
    return refused('ROLE_NOT_AT_ORGANISATION', `${role} does not exist at this organisation`, 'role');
  }
  const held = await findOverlapping(em, officer.id, place.id, role, period);
  if (held !== null) {
    return covers(held, period)
      ? refused('ALREADY_HELD', 'The officer holds this post already')
      : refused('OVERLAPS', 'The officer holds this post for a part of the time');
  }
  const post = em.create(PostEntity, {
    id: randomUUID(),
    officerId: officer.id,
    organisationId: place.id,
    role,
    startsAt: period.startsAt,
    endsAt: period.endsAt ?? null,
    grantedBy: actor.kind === 'OFFICER' ? actor.id : null,
    endedBy: null,
    onBehalfOf: null,
    delegationId: null,
  });
  await em.flush();
  await appendAudit(em, {
    actor,
    action: 'POST_GRANTED',
    officerId: officer.id,
    organisationId: place.id,
    facts: {
      role,
      postId: post.id,
      from: period.startsAt.toISOString(),
      ...(period.endsAt && { until: period.endsAt.toISOString() }),
    },
    at,
  });
  await refreshStaffing(em, [place.id], at);
  await announcePosts(em, officer.id, at);
  return accepted({ postId: post.id });
}

/** The officer's own post (not a substitute's) of this role at this place that shares an instant with the period. */
export async function findOverlapping(
  em: EntityManager,
  officerId: string,
  organisationId: string,
  role: PostRole,
  period: Period,
): Promise<PostRecord | null> {
  const posts = await em.find(PostEntity, { officerId, organisationId, role, onBehalfOf: null });
  return posts.find((post) => overlap(post, period)) ?? null;
}
