import { randomUUID } from 'node:crypto';
import { POST_ROLES } from '@lapor/viewer';
import { z } from 'zod';
import type { Actor } from '../audit/index.ts';
import { accepted, givenId, notFound, validate } from '@lapor/request';
import { type Outcome, type UseCaseDependencies, refused } from '../refusal/index.ts';
import { findAndLockByAddress, officerEmail, officerName, writeOfficer } from './invite-officer.ts';
import { hasUsableInvitation, writeInvitation } from './invitations.ts';
import { findAndLockPlace } from './places.ts';
import { Refused } from './change-people.ts';
import { writePost } from './write-post.ts';

const registration = z.object({
  name: officerName,
  email: officerEmail,
  organisationId: givenId(),
  role: z.enum(POST_ROLES),
  /** Sends another link in any case; with an active account it sets password and second factor anew. */
  again: z.boolean().default(false),
});
export type FirstOfficer = z.input<typeof registration>;

const system: Actor = { kind: 'SYSTEM' };

/**
 * Invites an officer without anybody's authority: the first ones of an installation, by whoever operates it. Safe to repeat: a post that is held stays,
 * and another link is sent only when none can be used and the account is not active, or when it is asked for.
 * Refuses with INVALID_INPUT, NOT_FOUND (the organisation), ORGANISATION_FORMER, ROLE_NOT_AT_ORGANISATION, OVERLAPS or SUSPENDED.
 */
export async function registerFirstOfficer(
  { database, clock }: UseCaseDependencies,
  input: FirstOfficer,
): Promise<Outcome<{ officerId: string; isInvited: boolean }>> {
  const parsed = validate(registration, input);
  if (!parsed.ok) return parsed;
  const { name, email, organisationId, role, again } = parsed.value;
  try {
    return await database.transaction(async (em) => {
      const at = clock.now();
      const place = await findAndLockPlace(em, organisationId);
      if (place === null) throw new Refused(notFound());
      const known = await findAndLockByAddress(em, email);
      if (known?.suspendedAt) throw new Refused(refused('SUSPENDED', 'The officer is suspended'));
      const officer = known ?? (await writeOfficer(em, { id: randomUUID(), name, email }, system, at));
      const post = { officer, place, role, period: { startsAt: at, endsAt: null } };
      const written = await writePost(em, post, system, at);
      if (!written.ok && written.error.code !== 'ALREADY_HELD') throw new Refused(written);
      const isInvited =
        again || (officer.accountState !== 'ACTIVE' && !(await hasUsableInvitation(em, officer.id, at)));
      if (isInvited) await writeInvitation(em, officer, system, at);
      return accepted({ officerId: officer.id, isInvited });
    });
  } catch (error) {
    if (error instanceof Refused) return error.outcome;
    throw error;
  }
}
