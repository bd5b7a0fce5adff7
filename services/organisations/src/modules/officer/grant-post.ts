import { POST_ROLES, type Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { may } from '../authority/index.ts';
import { accepted, day, givenId, invalid, notFound, requestKey } from '@lapor/request';
import { type Outcome, type UseCaseDependencies, refused } from '../refusal/index.ts';
import { changePeople } from './change-people.ts';
import { lockOfficerRow } from './lock-officer.ts';
import { endOf, startOf } from './period.ts';
import { findAndLockPlace } from './places.ts';
import { writePost } from './write-post.ts';

const grant = z.object({
  requestKey,
  officerId: givenId(),
  organisationId: givenId(),
  role: z.enum(POST_ROLES),
  from: day.nullish(),
  until: day.nullish(),
});
export type GrantPostInput = z.input<typeof grant>;

/**
 * Gives a known officer a post, from now or a coming day on. Whoever may give posts of this role there and knows the officer.
 * Nobody gives oneself one:
 * an admin would come to read what only the handling unit may.
 * Refuses with NOT_FOUND, INVALID_INPUT, OWN_ACCOUNT, SUSPENDED, ORGANISATION_FORMER, ROLE_NOT_AT_ORGANISATION, ALREADY_HELD or OVERLAPS.
 */
export function grantPost(
  deps: UseCaseDependencies,
  input: GrantPostInput,
  viewer: Viewer,
): Promise<Outcome<{ officerId: string; postId: string }>> {
  return changePeople(deps, viewer, { operation: 'grantPost', schema: grant, input }, async (change) => {
    const { em, viewer: placed, actorId, at } = change;
    const { officerId, organisationId, role, from, until } = change.input;
    const place = await findAndLockPlace(em, organisationId);
    if (place === null || !may(placed, 'managePost', { ...place, role })) return notFound();
    const locked = await lockOfficerRow(em, officerId, at);
    if (locked === null) return notFound();
    const governmentIds = locked.posts.map((post) => post.path[0]!);
    if (!may(placed, 'knowOfficer', { officerId, governmentIds })) return notFound();
    if (officerId === actorId) return refused('OWN_ACCOUNT', 'Nobody gives oneself a post');
    if (locked.officer.suspendedAt !== null) return refused('SUSPENDED', 'The officer is suspended');
    const startsAt = startOf(from, at, place.timeZone);
    const endsAt = until ? endOf(until, place.timeZone) : null;
    if (from && endOf(from, place.timeZone) <= at) {
      return invalid({ path: 'input.from', code: 'INVALID', message: 'Must not lie in the past.' });
    }
    if (endsAt !== null && endsAt <= startsAt) {
      return invalid({ path: 'input.until', code: 'INVALID', message: 'Must not lie before the first day.' });
    }
    const written = await writePost(
      em,
      { officer: locked.officer, place, role, period: { startsAt, endsAt } },
      { kind: 'OFFICER', id: actorId },
      at,
    );
    return written.ok ? accepted({ officerId, postId: written.value.postId }) : written;
  });
}
