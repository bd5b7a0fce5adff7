import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { appendAudit } from '../audit/index.ts';
import { refreshStaffing } from '../organisation/index.ts';
import { accepted, givenId, notFound, requestKey, typed } from '@lapor/request';
import { type Outcome, type UseCaseDependencies, refused } from '../refusal/index.ts';
import { announcePosts } from './announce-posts.ts';
import { changePeople } from './change-people.ts';
import { shortenDelegations } from './end-delegations.ts';
import { type OfficerInput, officerInput } from './invite-officer-again.ts';
import { leavesNoAdmin, mayLeaveNoAdmin } from './last-admin.ts';
import { type LockedOfficer, lockManagedOfficer } from './lock-officer.ts';

const suspension = z.object({ requestKey, officerId: givenId(), reason: typed(5, 500) });
export type SuspendOfficerInput = z.input<typeof suspension>;

/**
 * Takes an officer's authority away until somebody reinstates it; posts stay, delegations given and taken over end. Whoever may manage the officer.
 * Refuses with NOT_FOUND, INVALID_INPUT, OWN_ACCOUNT, SUSPENDED or LAST_ADMIN.
 */
export function suspendOfficer(
  deps: UseCaseDependencies,
  input: SuspendOfficerInput,
  viewer: Viewer,
): Promise<Outcome<{ officerId: string }>> {
  return changePeople(
    deps,
    viewer,
    { operation: 'suspendOfficer', schema: suspension, input },
    async (change) => {
      const { em, viewer: placed, actorId, at } = change;
      const { officerId, reason } = change.input;
      const locked = await lockManagedOfficer(change, officerId);
      if (locked === null) return notFound();
      if (locked === 'OWN') return refused('OWN_ACCOUNT', 'Nobody suspends oneself');
      if (locked.officer.suspendedAt !== null)
        return refused('SUSPENDED', 'The officer is suspended already');
      if (!mayLeaveNoAdmin(placed)) {
        const governmentIds = locked.posts.map((post) => post.path[0]!);
        if (await leavesNoAdmin(em, { officerId, governmentIds, from: at, at })) {
          return refused('LAST_ADMIN', 'The government would be left without an admin');
        }
      }
      Object.assign(locked.officer, { suspendedAt: at, suspendedBy: actorId, suspensionReason: reason });
      await em.flush();
      await shortenDelegations(em, { officerId }, at, { kind: 'OFFICER', id: actorId }, at);
      await tellOfSuspension(em, locked, 'OFFICER_SUSPENDED', actorId, at);
      return accepted({ officerId });
    },
  );
}

/** Gives a suspended officer the authority of the posts back. Whoever may manage the officer. Refuses with NOT_FOUND, OWN_ACCOUNT or NOT_SUSPENDED. */
export function reinstateOfficer(
  deps: UseCaseDependencies,
  input: OfficerInput,
  viewer: Viewer,
): Promise<Outcome<{ officerId: string }>> {
  return changePeople(
    deps,
    viewer,
    { operation: 'reinstateOfficer', schema: officerInput, input },
    async (change) => {
      const { em, actorId, at } = change;
      const locked = await lockManagedOfficer(change, change.input.officerId);
      if (locked === null) return notFound();
      if (locked === 'OWN') return refused('OWN_ACCOUNT', 'Nobody reinstates oneself');
      if (locked.officer.suspendedAt === null)
        return refused('NOT_SUSPENDED', 'The officer is not suspended');
      Object.assign(locked.officer, { suspendedAt: null, suspendedBy: null, suspensionReason: null });
      await em.flush();
      await tellOfSuspension(em, locked, 'OFFICER_REINSTATED', actorId, at);
      return accepted({ officerId: locked.officer.id });
    },
  );
}

async function tellOfSuspension(
  em: EntityManager,
  { officer, posts }: LockedOfficer,
  action: 'OFFICER_SUSPENDED' | 'OFFICER_REINSTATED',
  actorId: string,
  at: Date,
): Promise<void> {
  await appendAudit(em, {
    actor: { kind: 'OFFICER', id: actorId },
    action,
    officerId: officer.id,
    organisationId: null,
    facts: {},
    at,
  });
  await refreshStaffing(
    em,
    posts.map((post) => post.organisationId),
    at,
  );
  await announcePosts(em, officer.id, at);
}
