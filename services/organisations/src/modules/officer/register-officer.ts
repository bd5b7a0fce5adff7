import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { type Actor, appendAudit } from '../audit/index.ts';
import { OrganisationEntity } from '../organisation/index.ts';
import { type Outcome, type UseCaseDependencies, accepted, notFound, refused } from '../refusal/index.ts';
import { OfficerEntity, type OfficerRecord, PostEntity } from './entity.ts';
import { mayRegisterOfficer, mayRenameOfficer } from './policy.ts';

const registration = z.object({
  officerId: z.string().trim().min(1).max(100),
  name: z.string().trim().min(1).max(120),
});

/** `officerId` is the account's id at `identity`. */
export type RegisterOfficerInput = z.input<typeof registration>;

/**
 * Makes an account known as an officer, or changes the name of a known one. Gives no post.
 * National desk, and agency admins (a new officer, or one all of whose posts lie in their own subtree).
 * Refuses with NOT_FOUND or INVALID_INPUT.
 */
export async function registerOfficer(
  { database, clock }: UseCaseDependencies,
  input: RegisterOfficerInput,
  viewer: Viewer,
): Promise<Outcome<{ officerId: string }>> {
  const { accountId } = viewer;
  if (accountId === undefined || !mayRegisterOfficer(viewer)) return notFound();
  const parsed = registration.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refused('INVALID_INPUT', issue!.message, String(issue!.path[0]));
  }
  return database.transaction(async (em) => {
    const known = await em.findOne(OfficerEntity, parsed.data.officerId, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
    });
    if (
      known !== null &&
      known.name !== parsed.data.name &&
      !mayRenameOfficer(viewer, await placesOfPosts(em, known.id))
    ) {
      return notFound();
    }
    await writeOfficer(em, known, parsed.data, { kind: 'OFFICER', id: accountId }, clock.now());
    return accepted({ officerId: parsed.data.officerId });
  });
}

async function placesOfPosts(em: EntityManager, officerId: string) {
  const posts = await em.find(PostEntity, { officerId, endsAt: null });
  return em.find(OrganisationEntity, { id: { $in: posts.map((post) => post.organisationId) } });
}

/** Adds or renames the officer in the running transaction; a name that is the same changes nothing. */
export async function writeOfficer(
  em: EntityManager,
  known: OfficerRecord | null,
  { officerId, name }: { officerId: string; name: string },
  actor: Actor,
  at: Date,
): Promise<void> {
  if (known?.name === name) return;
  if (known === null) em.create(OfficerEntity, { id: officerId, name, registeredAt: at });
  else known.name = name;
  await em.flush();
  await appendAudit(em, {
    actor,
    action: known === null ? 'OFFICER_REGISTERED' : 'OFFICER_RENAMED',
    officerId,
    organisationId: null,
    facts: {},
    at,
  });
}
