import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { POST_ROLES, type Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { type Actor, appendAudit } from '../audit/index.ts';
import { may, type PlacedViewer } from '../authority/index.ts';
import { accepted, day, givenId, invalid, notFound, requestKey, typed } from '@lapor/request';
import { type Outcome, type UseCaseDependencies, refused } from '../refusal/index.ts';
import { changePeople } from './change-people.ts';
import { OfficerEntity, type OfficerRecord } from './entity.ts';
import { hasUsableInvitation, writeInvitation } from './invitations.ts';
import { lockOfficerRow } from './lock-officer.ts';
import { endOf } from './period.ts';
import { findAndLockPlace } from './places.ts';
import { writePost } from './write-post.ts';

export const officerName = typed(2, 120);
export const officerEmail = z.string().trim().toLowerCase().pipe(z.email().max(254));

const invitation = z.object({
  requestKey,
  name: officerName,
  email: officerEmail,
  organisationId: givenId(),
  role: z.enum(POST_ROLES),
  until: day.nullish(),
});
export type InviteOfficerInput = z.input<typeof invitation>;

/**
 * Gives somebody a post from now on. A known address is that officer's, who gets a further post (the name given is passed over) from whoever knows the officer; an unknown
 * one becomes an officer and gets a link to make the account. Whoever may give the post.
 * Refuses with NOT_FOUND, INVALID_INPUT, ORGANISATION_FORMER, ROLE_NOT_AT_ORGANISATION, ALREADY_HELD, OVERLAPS, SUSPENDED, ADDRESS_TAKEN or OWN_ACCOUNT.
 */
export function inviteOfficer(
  deps: UseCaseDependencies,
  input: InviteOfficerInput,
  viewer: Viewer,
): Promise<Outcome<{ officerId: string }>> {
  return changePeople(
    deps,
    viewer,
    { operation: 'inviteOfficer', schema: invitation, input },
    async ({ em, input: { name, email, organisationId, role, until }, viewer: placed, actorId, at }) => {
      const place = await findAndLockPlace(em, organisationId);
      if (place === null || !may(placed, 'managePost', { ...place, role })) return notFound();
      const endsAt = until ? endOf(until, place.timeZone) : null;
      if (endsAt !== null && endsAt <= at) {
        return invalid({ path: 'input.until', code: 'INVALID', message: 'Must not lie in the past.' });
      }
      const actor: Actor = { kind: 'OFFICER', id: actorId };
      const known = await findAndLockByAddress(em, email);
      if (known?.id === actorId) return refused('OWN_ACCOUNT', 'Nobody gives oneself a post', 'email');
      if (known && !(await mayBeKnown(placed, em, known.id, at)))
        return refused('ADDRESS_TAKEN', 'An officer of another government has this address', 'email');
      if (known?.suspendedAt) return refused('SUSPENDED', 'The officer is suspended');
      const officer = known ?? (await writeOfficer(em, { id: randomUUID(), name, email }, actor, at));
      const period = { startsAt: at, endsAt };
      const written = await writePost(em, { officer, place, role, period }, actor, at);
      if (!written.ok) return written;
      if (officer.accountState !== 'ACTIVE' && !(await hasUsableInvitation(em, officer.id, at))) {
        await writeInvitation(em, officer, actor, at);
      }
      return accepted({ officerId: officer.id });
    },
  );
}

/**
 * Whether the officer behind an address is one whom the inviter may know, or holds no post any more: by typing addresses nobody learns names of
 * officers elsewhere, nor hangs a post on them, which their own admins could not manage any more. The national desk may.
 */
async function mayBeKnown(
  viewer: PlacedViewer,
  em: EntityManager,
  officerId: string,
  at: Date,
): Promise<boolean> {
  const locked = await lockOfficerRow(em, officerId, at);
  const governmentIds = locked?.posts.map((post) => post.path[0]!) ?? [];
  return governmentIds.length === 0 || may(viewer, 'knowOfficer', { officerId, governmentIds });
}

/** The officer who has the address. Two who invite the same unknown address at once go one after the other. */
export async function findAndLockByAddress(em: EntityManager, email: string): Promise<OfficerRecord | null> {
  await lockAddress(em, email);
  return em.findOne(OfficerEntity, { email }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

/** Whoever gives somebody this address goes one after the other. */
export async function lockAddress(em: EntityManager, email: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`officer address ${email}`]);
}

/** Makes a new officer known, in the running transaction. */
export async function writeOfficer(
  em: EntityManager,
  { id, name, email }: { id: string; name: string; email: string | null },
  actor: Actor,
  at: Date,
): Promise<OfficerRecord> {
  const officer = em.create(OfficerEntity, {
    id,
    name,
    email,
    registeredAt: at,
    accountState: 'NONE',
    hasSecondFactor: false,
    lastSignedInOn: null,
    accountChangedAt: null,
    suspendedAt: null,
    suspendedBy: null,
    suspensionReason: null,
  });
  await em.flush();
  await appendAudit(em, {
    actor,
    action: 'OFFICER_REGISTERED',
    officerId: id,
    organisationId: null,
    facts: {},
    at,
  });
  return officer;
}
