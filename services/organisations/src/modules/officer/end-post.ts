import { LockMode } from '@mikro-orm/core';
import type { PostRole, Viewer } from '@lapor/viewer';
import { appendAudit } from '../audit/index.ts';
import { refreshConnections } from '../organisation/index.ts';
import { type Outcome, type UseCaseDependencies, accepted, notFound } from '../refusal/index.ts';
import { announcePosts } from './announce-posts.ts';
import { OfficerEntity, PostEntity } from './entity.ts';
import { findAndLockPlace } from './lock-place.ts';
import { mayManagePost } from './policy.ts';

export type EndPostInput = { officerId: string; organisationId: string; role: PostRole };

/**
 * Ends a post now; the row is kept. Whoever may give a post may end it. Refuses with NOT_FOUND, also when it has ended already.
 */
export async function endPost(
  { database, clock }: UseCaseDependencies,
  { officerId, organisationId, role }: EndPostInput,
  viewer: Viewer,
): Promise<Outcome<{ postId: string }>> {
  const { accountId } = viewer;
  if (accountId === undefined) return notFound();
  return database.transaction(async (em) => {
    const organisation = await findAndLockPlace(em, organisationId);
    if (organisation === null || !mayManagePost(viewer, role, organisation)) return notFound();
    await em.findOne(OfficerEntity, officerId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const post = await em.findOne(PostEntity, { officerId, organisationId, role, endsAt: null });
    if (post === null) return notFound();
    const at = clock.now();
    post.endsAt = at;
    await em.flush();
    await appendAudit(em, {
      actor: { kind: 'OFFICER', id: accountId },
      action: 'POST_ENDED',
      officerId,
      organisationId,
      facts: { role, postId: post.id },
      at,
    });
    await refreshConnections(em, organisation.path, at);
    await announcePosts(em, officerId, at);
    return accepted({ postId: post.id });
  });
}
