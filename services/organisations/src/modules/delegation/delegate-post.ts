import { randomUUID } from 'node:crypto';
import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { appendAudit } from '../audit/index.ts';
import { may } from '../authority/index.ts';
import {
  type LockedOfficer,
  PostEntity,
  announcePosts,
  changePeople,
  endOf,
  findAndLockPlace,
  isRunningOrComing,
  lockOfficerRow,
  overlap,
  startOf,
} from '../officer/index.ts';
import { refreshStaffing } from '../organisation/index.ts';
import { accepted, day, givenId, invalid, notFound, requestKey } from '@lapor/request';
import { type Outcome, type UseCaseDependencies, refused } from '../refusal/index.ts';

/** A longer absence is a matter for another post. */
export const LONGEST_DELEGATION_DAYS = 90;
const MILLISECONDS_PER_DAY = 86_400_000;

const delegating = z.object({
  requestKey,
  postId: z.uuid(),
  substituteId: givenId(),
  from: day,
  until: day,
});
export type DelegatePostInput = z.input<typeof delegating>;

/**
 * Lets another officer of the same government act at a post while its holder is absent. The holder, or whoever may give the post.
 * Refuses with NOT_FOUND, INVALID_INPUT, OWN_ACCOUNT (nobody stands in for oneself), SUSPENDED, SUBSTITUTE_UNSUITABLE, ALREADY_HELD or OVERLAPS.
 */
export function delegatePost(
  deps: UseCaseDependencies,
  input: DelegatePostInput,
  viewer: Viewer,
): Promise<Outcome<{ officerId: string; delegationId: string }>> {
  return changePeople(
    deps,
    viewer,
    { operation: 'delegatePost', schema: delegating, input },
    async (change) => {
      const { em, viewer: placed, actorId, at } = change;
      const { postId, substituteId, from, until } = change.input;
      const found = await em.findOne(PostEntity, postId);
      const place = found && (await findAndLockPlace(em, found.organisationId));
      if (!found || !place) return notFound();
      const { officerId, organisationId, role } = found;
      if (!may(placed, 'delegate', { ...place, role, officerId })) return notFound();
      // In one order, so that two delegations never wait for each other.
      const locked = new Map<string, LockedOfficer | null>();
      for (const id of [officerId, substituteId].toSorted()) locked.set(id, await lockOfficerRow(em, id, at));
      const holder = locked.get(officerId)!;
      const substitute = locked.get(substituteId) ?? null;
      const post = await em.findOneOrFail(PostEntity, postId, { refresh: true });
      // A substitute does not pass on what was passed on.
      if (!isRunningOrComing(post, at) || post.delegationId !== null) return notFound();
      // Nor does whoever gives posts make oneself the substitute of another: that would be a way to give oneself one.
      if (officerId === substituteId || substituteId === actorId)
        return refused('OWN_ACCOUNT', 'Nobody stands in for oneself', 'substituteId');
      if (holder.officer.suspendedAt !== null) return refused('SUSPENDED', 'The officer is suspended');

      if (endOf(from, place.timeZone) <= at) {
        return invalid({ path: 'input.from', code: 'INVALID', message: 'Must not lie in the past.' });
      }
      if (until < from) {
        return invalid({
          path: 'input.until',
          code: 'INVALID',
          message: 'Must not lie before the first day.',
        });
      }
      const days = (Date.parse(until) - Date.parse(from)) / MILLISECONDS_PER_DAY + 1;
      if (days > LONGEST_DELEGATION_DAYS) {
        return invalid({ path: 'input.until', code: 'TOO_LONG', message: 'At most 90 days.' });
      }
      const period = { startsAt: startOf(from, at, place.timeZone), endsAt: endOf(until, place.timeZone) };
      const outside =
        period.startsAt < post.startsAt
          ? 'from'
          : post.endsAt && period.endsAt > post.endsAt
            ? 'until'
            : null;
      if (outside !== null) {
        return invalid({
          path: `input.${outside}`,
          code: 'INVALID',
          message: 'Must lie within the days of the post.',
        });
      }

      const isSuitable =
        substitute !== null &&
        substitute.officer.accountState === 'ACTIVE' &&
        substitute.officer.hasSecondFactor &&
        substitute.officer.suspendedAt === null &&
        substitute.posts.some((held) => held.isOwn && held.isInForce && held.path[0] === place.path[0]);
      if (!isSuitable) {
        return refused(
          'SUBSTITUTE_UNSUITABLE',
          'Not an officer of this government who can sign in',
          'substituteId',
        );
      }
      const same = await em.find(PostEntity, { officerId: substituteId, organisationId, role });
      if (same.some((own) => own.onBehalfOf === null && overlap(own, period))) {
        return refused('ALREADY_HELD', 'The substitute holds this post already', 'substituteId');
      }
      const others = await em.execute<unknown[]>(
        `select 1 from delegation where post_id = ?::uuid and tstzrange(starts_at, ends_at) && tstzrange(?, ?)`,
        [postId, period.startsAt, period.endsAt],
      );
      if (others.length > 0 || same.some((own) => own.onBehalfOf === officerId && overlap(own, period))) {
        return refused('OVERLAPS', 'Somebody stands in for this post on some of these days');
      }

      const delegationId = randomUUID();
      await em.execute(
        `insert into delegation (id, post_id, officer_id, substitute_id, starts_at, ends_at, granted_by, granted_at) values (?, ?, ?, ?, ?, ?, ?, ?)`,
        [delegationId, postId, officerId, substituteId, period.startsAt, period.endsAt, actorId, at],
      );
      em.create(PostEntity, {
        id: randomUUID(),
        officerId: substituteId,
        organisationId,
        role,
        ...period,
        grantedBy: actorId,
        endedBy: null,
        onBehalfOf: officerId,
        delegationId,
      });
      await em.flush();
      await appendAudit(em, {
        actor: { kind: 'OFFICER', id: actorId },
        action: 'POST_DELEGATED',
        officerId,
        organisationId,
        facts: {
          delegationId,
          role,
          substituteId,
          from: period.startsAt.toISOString(),
          until: period.endsAt.toISOString(),
        },
        at,
      });
      await refreshStaffing(em, [organisationId], at);
      await announcePosts(em, substituteId, at);
      return accepted({ officerId, delegationId });
    },
  );
}
