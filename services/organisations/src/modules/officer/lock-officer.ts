import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { PostRole } from '@lapor/viewer';
import { type Place, type SubjectOf, may } from '../authority/index.ts';
import type { PeopleChange } from './change-people.ts';
import { OfficerEntity, type OfficerRecord } from './entity.ts';
import { lockPlaces } from './places.ts';

/** A running or coming post with its place. */
type HeldPost = Place & {
  organisationId: string;
  role: PostRole;
  path: string[];
  isInForce: boolean;
  /** Not a substitute's. */
  isOwn: boolean;
};

/** An officer under lock, with what the rules ask of it. */
export type LockedOfficer = {
  officer: OfficerRecord;
  posts: HeldPost[];
  subject: SubjectOf['manageOfficer'];
};

/** The officer's running and coming posts, with where they are. */
async function findHeldPosts(em: EntityManager, officerId: string, at: Date): Promise<HeldPost[]> {
  return em.execute<HeldPost[]>(
    `select p.role, p.organisation_id as "organisationId", o.path, o.kind, o.region_code as "regionCode",
       p.starts_at <= ? as "isInForce", p.on_behalf_of is null as "isOwn"
     from post p join organisation o on o.id = p.organisation_id
     where p.officer_id = ? and (p.ends_at is null or p.ends_at > ?)
     order by p.organisation_id`,
    [at, officerId, at],
  );
}

/** Locks an officer whose government's root is locked already; null when there is none. */
export async function lockOfficerRow(
  em: EntityManager,
  officerId: string,
  at: Date,
): Promise<LockedOfficer | null> {
  const officer = await em.findOne(OfficerEntity, officerId, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
    refresh: true,
  });
  if (officer === null) return null;
  const posts = await findHeldPosts(em, officerId, at);
  return { officer, posts, subject: { officerId, posts } };
}

/** Locks the governments of all posts of an officer, then the officer. */
async function lockOfficer(em: EntityManager, officerId: string, at: Date): Promise<LockedOfficer | null> {
  const before = await findHeldPosts(em, officerId, at);
  await lockPlaces(
    em,
    before.map((post) => post.organisationId),
  );
  return lockOfficerRow(em, officerId, at);
}

/** The officer if the viewer may manage it; the own account is told apart, since its holder knows it. */
export async function lockManagedOfficer(
  { em, viewer, actorId, at }: Pick<PeopleChange<unknown>, 'em' | 'viewer' | 'actorId' | 'at'>,
  officerId: string,
): Promise<LockedOfficer | 'OWN' | null> {
  if (officerId === actorId) return 'OWN';
  const locked = await lockOfficer(em, officerId, at);
  return locked !== null && may(viewer, 'manageOfficer', locked.subject) ? locked : null;
}
