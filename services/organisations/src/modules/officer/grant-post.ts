import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { PostRole, Viewer } from '@lapor/viewer';
import { type Actor, appendAudit } from '../audit/index.ts';
import { type OrganisationRecord, refreshConnections } from '../organisation/index.ts';
import { type Outcome, type UseCaseDependencies, accepted, notFound, refused } from '../refusal/index.ts';
import { announcePosts } from './announce-posts.ts';
import { OfficerEntity, type OfficerRecord, PostEntity } from './entity.ts';
import { findAndLockPlace } from './lock-place.ts';
import { isRoleAt, mayManagePost } from './policy.ts';

export type GrantPostInput = { officerId: string; organisationId: string; role: PostRole };

/**
 * Gives an officer a post from now on; one that is already held stays as it is.
 * The national desk any; an agency admin liaison officers, field officers and heads within the own subtree.
 * Refuses with NOT_FOUND, ORGANISATION_FORMER or ROLE_NOT_AT_ORGANISATION.
 */
export async function grantPost(
  { database, clock }: UseCaseDependencies,
  input: GrantPostInput,
  viewer: Viewer,
): Promise<Outcome<{ postId: string }>> {
  const { accountId } = viewer;
  if (accountId === undefined) return notFound();
  return database.transaction(async (em) => {
    const organisation = await findAndLockPlace(em, input.organisationId);
    if (organisation === null || !mayManagePost(viewer, input.role, organisation)) return notFound();
    const officer = await em.findOne(OfficerEntity, input.officerId, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
    });
    if (officer === null) return notFound();
    return writePost(em, officer, organisation, input.role, { kind: 'OFFICER', id: accountId }, clock.now());
  });
}

/** Writes the post with its audit row and events in the running transaction. Officer and place are locked. */
export async function writePost(
  em: EntityManager,
  officer: OfficerRecord,
  organisation: OrganisationRecord,
  role: PostRole,
  actor: Actor,
  at: Date,
): Promise<Outcome<{ postId: string }>> {
  if (organisation.status !== 'ACTIVE') {
    return refused('ORGANISATION_FORMER', 'The organisation does not exist any more', 'organisationId');
  }
  if (!isRoleAt(role, organisation.id)) {
    return refused('ROLE_NOT_AT_ORGANISATION', `${role} does not exist at this organisation`, 'role');
  }
  const place = { officerId: officer.id, organisationId: organisation.id, role };
  const held = await em.findOne(PostEntity, { ...place, endsAt: null });
  if (held !== null) return accepted({ postId: held.id });
  const post = em.create(PostEntity, { id: randomUUID(), ...place, startsAt: at, endsAt: null });
  await em.flush();
  await appendAudit(em, {
    actor,
    action: 'POST_GRANTED',
    officerId: officer.id,
    organisationId: organisation.id,
    facts: { role, postId: post.id },
    at,
  });
  await refreshConnections(em, organisation.path, at);
  await announcePosts(em, officer.id, at);
  return accepted({ postId: post.id });
}
