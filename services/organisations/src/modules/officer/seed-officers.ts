import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Post } from '@lapor/viewer';
import type { Actor } from '../audit/index.ts';
import { refreshStaffing } from '../organisation/index.ts';
import type { UseCaseDependencies } from '../refusal/index.ts';
import { OfficerEntity, type OfficerRecord } from './entity.ts';
import { writeOfficer } from './invite-officer.ts';
import { lockPlaces } from './places.ts';
import { writePost } from './write-post.ts';

/** An officer with the posts to hold at least; `id` is the account's id at `identity`. */
export type OfficerSeed = {
  id: string;
  name: string;
  email?: string;
  posts: readonly Post[];
  /** The account exists with a second factor; default true. */
  hasAccount?: boolean;
};

const system: Actor = { kind: 'SYSTEM' };

/**
 * Registers officers with their posts without anybody's authority: for demo data and tests.
 * Safe to repeat; one transaction. Throws when an organisation is not there or cannot have the role: seeds are written by us.
 */
export async function seedOfficers(
  { database, clock }: UseCaseDependencies,
  seeds: readonly OfficerSeed[],
): Promise<void> {
  await database.transaction(async (em) => {
    const at = clock.now();
    const places = await lockPlaces(
      em,
      seeds.flatMap(({ posts }) => posts.map((post) => post.organisationId)),
    );
    for (const seed of seeds) {
      const officer = await seedOfficer(em, seed, at);
      for (const { role, organisationId } of seed.posts) {
        const place = places.get(organisationId);
        if (place === undefined) throw new Error(`No organisation ${organisationId} for a seeded officer`);
        const period = { startsAt: at, endsAt: null };
        const outcome = await writePost(em, { officer, place, role, period }, system, at);
        if (!outcome.ok && outcome.error.code !== 'ALREADY_HELD') {
          throw new Error(`${outcome.error.code}: ${role} at ${organisationId}`);
        }
      }
    }
    await refreshStaffing(em, [...places.keys()], at);
  });
}

async function seedOfficer(
  em: EntityManager,
  { id, name, email, hasAccount = true }: OfficerSeed,
  at: Date,
): Promise<OfficerRecord> {
  const known = await em.findOne(OfficerEntity, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const officer =
    known ?? (await writeOfficer(em, { id, name, email: email?.toLowerCase() ?? null }, system, at));
  if (hasAccount) Object.assign(officer, { accountState: 'ACTIVE', hasSecondFactor: true });
  await em.flush();
  return officer;
}
