import type { EntityManager } from '@mikro-orm/postgresql';
import type { UsualLevel } from './vocabulary.ts';

/** What a row of the map says. */
export type Mapping = {
  usualLevel: UsualLevel | null;
  nationalOrganisationId: string | null;
  unitKey: string | null;
  unitId: string | null;
};

export type StoredRoute = Mapping & { id: number; origin: RouteOrigin };

/** Whether the reference data, somebody, or a merger decided it. */
export type RouteOrigin = 'REFERENCE' | 'ENTERED' | 'FOLLOWED';

const columns = `id, origin, usual_level as "usualLevel", national_organisation_id as "nationalOrganisationId", unit_key as "unitKey",
  unit_id as "unitId"`;

/** Versions count up one after the other. Take it after the lock of the tree, if that is needed too. */
export async function lockMap(em: EntityManager): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtext('organisations.category-map'))`);
}

/** The row in force, of a government or of the national map. */
export async function findInForce(
  em: EntityManager,
  categoryId: string,
  governmentId: string | null,
): Promise<StoredRoute | null> {
  const [row] = await em.execute<StoredRoute[]>(
    `select ${columns} from category_route
     where category_id = ? and government_id is not distinct from ? and superseded_at is null`,
    [categoryId, governmentId],
  );
  return row ?? null;
}

/** What the reference data said last. */
export async function findReference(em: EntityManager, categoryId: string): Promise<StoredRoute | null> {
  const [row] = await em.execute<StoredRoute[]>(
    `select ${columns} from category_route
     where category_id = ? and government_id is null and origin = 'REFERENCE' order by id desc limit 1`,
    [categoryId],
  );
  return row ?? null;
}

/** Puts a row in force as the next version of the one before. */
export async function writeRoute(
  em: EntityManager,
  {
    categoryId,
    governmentId,
    mapping,
    origin,
    actorId,
    reason,
    at,
  }: {
    categoryId: string;
    governmentId: string | null;
    mapping: Mapping;
    origin: RouteOrigin;
    actorId: string | null;
    reason: string | null;
    at: Date;
  },
): Promise<string> {
  await em.execute(
    `update category_route set superseded_at = ?
     where category_id = ? and government_id is not distinct from ? and superseded_at is null`,
    [at, categoryId, governmentId],
  );
  const [row] = await em.execute<{ id: number }[]>(
    `insert into category_route
       (category_id, government_id, version, usual_level, national_organisation_id, unit_key, unit_id, origin, effective_from, actor_id, reason)
     select ?, ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?
     from category_route where category_id = ? and government_id is not distinct from ?
     returning id`,
    [
      categoryId,
      governmentId,
      mapping.usualLevel,
      mapping.nationalOrganisationId,
      mapping.unitKey,
      mapping.unitId,
      origin,
      at,
      actorId,
      reason,
      categoryId,
      governmentId,
    ],
  );
  return String(row!.id);
}

export const isSameMapping = (a: Mapping, b: Mapping): boolean =>
  a.usualLevel === b.usualLevel &&
  a.nationalOrganisationId === b.nationalOrganisationId &&
  a.unitKey === b.unitKey &&
  a.unitId === b.unitId;
