import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { OrganisationEntity, type OrganisationRecord } from '../organisation/index.ts';

/**
 * An organisation, with the root of its government locked: whether the organisations of a government are connected depends on all posts
 * in it, so changes of posts in one government go one after the other.
 */
export async function findAndLockPlace(
  em: EntityManager,
  organisationId: string,
): Promise<OrganisationRecord | null> {
  const organisation = await em.findOne(OrganisationEntity, organisationId);
  if (organisation === null) return null;
  await em.findOne(OrganisationEntity, organisation.path[0]!, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
    refresh: true,
  });
  return organisation;
}
