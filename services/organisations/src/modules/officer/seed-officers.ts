import { LockMode } from '@mikro-orm/core';
import type { Post } from '@lapor/viewer';
import type { Actor } from '../audit/index.ts';
import type { OrganisationRecord } from '../organisation/index.ts';
import type { UseCaseDependencies } from '../refusal/index.ts';
import { OfficerEntity } from './entity.ts';
import { writePost } from './grant-post.ts';
import { findAndLockPlace } from './lock-place.ts';
import { writeOfficer } from './register-officer.ts';

/** An officer with the posts to hold at least; `id` is the account's id at `identity`. */
export type OfficerSeed = { id: string; name: string; posts: readonly Post[] };

const system: Actor = { kind: 'SYSTEM' };

/**
 * Registers officers with their posts without anybody's authority: for the first national admin of an installation and for demo data.
 * Safe to repeat; one transaction. Throws when an organisation is not there or cannot have the role: seeds are written by us.
 */
export async function seedOfficers(
  { database, clock }: UseCaseDependencies,
  seeds: readonly OfficerSeed[],
): Promise<void> {
  const organisationIds = new Set(seeds.flatMap(({ posts }) => posts.map((post) => post.organisationId)));
  await database.transaction(async (em) => {
    const at = clock.now();
    // Places before officers, as everywhere, so that two transactions never wait for each other.
    const places = new Map<string, OrganisationRecord>();
    for (const organisationId of [...organisationIds].sort()) {
      const place = await findAndLockPlace(em, organisationId);
      if (place === null) throw new Error(`No organisation ${organisationId} for a seeded officer`);
      places.set(organisationId, place);
    }
    for (const { id, name, posts } of seeds) {
      const known = await em.findOne(OfficerEntity, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      await writeOfficer(em, known, { officerId: id, name }, system, at);
      const officer = await em.findOneOrFail(OfficerEntity, id);
      for (const { role, organisationId } of posts) {
        const outcome = await writePost(em, officer, places.get(organisationId)!, role, system, at);
        if (!outcome.ok) throw new Error(`${outcome.error.code}: ${role} at ${organisationId}`);
      }
    }
  });
}
