import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../audit/index.ts';
import { type StoredRoute, lockMap, writeRoute } from './write-route.ts';

type Affected = StoredRoute & { categoryId: string; governmentId: string | null };

/**
 * Lets the categories that are routed to an organisation go to its successor, each as a next version, in the running transaction.
 * An own choice of a government ends when the successor belongs to another one.
 */
export async function followSuccessor(
  em: EntityManager,
  {
    fromId,
    toId,
    actor,
    reason,
    at,
  }: { fromId: string; toId: string; actor: Actor; reason: string | null; at: Date },
): Promise<void> {
  await lockMap(em);
  const rows = await em.execute<(Affected & { isWithin: boolean })[]>(
    `select r.id, r.category_id as "categoryId", r.government_id as "governmentId", r.origin, r.usual_level as "usualLevel",
       r.national_organisation_id as "nationalOrganisationId", r.unit_key as "unitKey", r.unit_id as "unitId",
       r.government_id is null or r.government_id = heir.government_id as "isWithin"
     from category_route r join organisation heir on heir.id = ?
     where r.superseded_at is null and (r.national_organisation_id = ? or r.unit_id = ?)
     order by r.category_id`,
    [toId, fromId, fromId],
  );
  for (const row of rows) {
    await writeRoute(em, {
      categoryId: row.categoryId,
      governmentId: row.governmentId,
      mapping: {
        usualLevel: row.usualLevel,
        unitKey: row.unitKey,
        nationalOrganisationId: row.nationalOrganisationId === fromId ? toId : row.nationalOrganisationId,
        unitId: row.unitId === fromId ? (row.isWithin ? toId : null) : row.unitId,
      },
      // What people chose stays their choice, at its successor.
      origin: row.origin === 'REFERENCE' ? 'FOLLOWED' : row.origin,
      actorId: actor.kind === 'OFFICER' ? actor.id : null,
      reason,
      at,
    });
  }
}

const stepsAtMost = 10;

/** Lets rows of the national map that name a former body go on to its one successor, as far as that leads. */
export async function followFormerBodies(em: EntityManager, at: Date): Promise<void> {
  for (let step = 0; step < stepsAtMost; step += 1) {
    const former = await em.execute<{ id: string; heir_id: string }[]>(
      `select distinct o.id, o.successor_ids[1] as heir_id
       from category_route r join organisation o on o.id = r.national_organisation_id
       where r.superseded_at is null and o.status = 'FORMER' and cardinality(o.successor_ids) = 1 order by o.id`,
    );
    if (former.length === 0) return;
    for (const { id, heir_id: toId } of former) {
      await followSuccessor(em, { fromId: id, toId, actor: { kind: 'SYSTEM' }, reason: null, at });
    }
  }
}
