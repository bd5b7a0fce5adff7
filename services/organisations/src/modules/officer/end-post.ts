import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { type Actor, appendAudit } from '../audit/index.ts';
import { may } from '../authority/index.ts';
import { refreshStaffing } from '../organisation/index.ts';
import { accepted, day, invalid, notFound, requestKey } from '@lapor/request';
import { type Outcome, type UseCaseDependencies, refused } from '../refusal/index.ts';
import { announcePosts } from './announce-posts.ts';
import { changePeople } from './change-people.ts';
import { shortenDelegations } from './end-delegations.ts';
import { PostEntity, type PostRecord } from './entity.ts';
import { leavesNoAdmin, mayLeaveNoAdmin } from './last-admin.ts';
import { lockOfficerRow } from './lock-officer.ts';
import { endOf, isRunningOrComing } from './period.ts';
import { findAndLockPlace } from './places.ts';

const ending = z.object({ requestKey, postId: z.uuid(), on: day.nullish() });
export type EndPostInput = z.input<typeof ending>;

/**
 * Ends a post, now or after a last day; the row is kept, and whoever stands in for it stands in no longer than that. Whoever may give the post.
 * Refuses with NOT_FOUND (also when it has ended already, or is a substitute's), INVALID_INPUT, OWN_ACCOUNT or LAST_ADMIN.
 */
export function endPost(
  deps: UseCaseDependencies,
  input: EndPostInput,
  viewer: Viewer,
): Promise<Outcome<{ officerId: string }>> {
  return changePeople(deps, viewer, { operation: 'endPost', schema: ending, input }, async (change) => {
    const { em, viewer: placed, actorId, at } = change;
    const { postId, on } = change.input;
    const found = await em.findOne(PostEntity, postId);
    if (found === null) return notFound();
    const place = await findAndLockPlace(em, found.organisationId);
    if (place === null) return notFound();
    if (found.officerId === actorId) return refused('OWN_ACCOUNT', 'Somebody else ends the own post');
    if (!may(placed, 'managePost', { ...place, role: found.role })) return notFound();
    await lockOfficerRow(em, found.officerId, at);
    const post = await em.findOneOrFail(PostEntity, postId, { refresh: true });
    if (!isRunningOrComing(post, at) || post.delegationId !== null) return notFound();
    const wanted = on ? endOf(on, place.timeZone) : at;
    if (wanted < at) {
      return invalid({ path: 'input.on', code: 'INVALID', message: 'Must not lie in the past.' });
    }
    // One that has not begun by then never does.
    const endsAt = wanted < post.startsAt ? post.startsAt : wanted;
    if (post.endsAt && endsAt > post.endsAt) {
      return invalid({ path: 'input.on', code: 'INVALID', message: 'The post ends before that day.' });
    }
    if (post.role === 'AGENCY_ADMIN' && !mayLeaveNoAdmin(placed)) {
      const ended = { officerId: post.officerId, governmentIds: [place.path[0]!], from: endsAt, at };
      if (await leavesNoAdmin(em, ended))
        return refused('LAST_ADMIN', 'The government would be left without an admin');
    }
    await writeEnd(em, post, endsAt, { kind: 'OFFICER', id: actorId }, at);
    return accepted({ officerId: post.officerId });
  });
}

/** Ends a post with what hangs on it, in the running transaction. Officer and place are locked. */
async function writeEnd(
  em: EntityManager,
  post: PostRecord,
  endsAt: Date,
  actor: Actor,
  at: Date,
): Promise<void> {
  post.endsAt = endsAt;
  post.endedBy = actor.kind === 'OFFICER' ? actor.id : null;
  await em.flush();
  await appendAudit(em, {
    actor,
    action: 'POST_ENDED',
    officerId: post.officerId,
    organisationId: post.organisationId,
    facts: { role: post.role, postId: post.id, until: endsAt.toISOString() },
    at,
  });
  await shortenDelegations(em, { postId: post.id }, endsAt, actor, at);
  await refreshStaffing(em, [post.organisationId], at);
  await announcePosts(em, post.officerId, at);
}
