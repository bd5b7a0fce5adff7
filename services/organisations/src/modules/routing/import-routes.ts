import type { EntityManager } from '@mikro-orm/postgresql';
import type { UsualLevel } from './vocabulary.ts';
import { type Mapping, isSameMapping, lockMap } from './write-route.ts';

/** A row of the map as the reference files have it. */
export type PlannedRoute = {
  categoryId: string;
  usualLevel: UsualLevel;
  nationalOrganisationId: string | null;
  unitKey: string | null;
};

type Stored = Mapping & { categoryId: string; origin: string; version: number; isInForce: boolean };

/** How many rows of the map are new, other than before, and as they were. */
export type RouteCounts = { inserted: number; updated: number; unchanged: number; retired: number };

/**
 * Brings the national map up to the files, in the running transaction: the first time as version 1, later as a next version where the files say
 * something else than they did. What people decided stays in force; what the files say is kept beside it, to go back to.
 */
export async function importRoutes(
  em: EntityManager,
  planned: readonly PlannedRoute[],
  unitKeys: readonly { key: string; name: string }[],
  at: Date,
): Promise<RouteCounts> {
  await lockMap(em);
  await em.execute(
    `insert into unit_key (key, name) select key, name from json_to_recordset(?::json) as r (key text, name text)
     on conflict (key) do update set name = excluded.name`,
    [JSON.stringify(unitKeys)],
  );
  const stored = await em.execute<Stored[]>(
    `select category_id as "categoryId", origin, version, usual_level as "usualLevel", national_organisation_id as "nationalOrganisationId",
       unit_key as "unitKey", unit_id as "unitId", superseded_at is null as "isInForce"
     from category_route where government_id is null order by category_id, id`,
  );
  const byCategory = Map.groupBy(stored, ({ categoryId }) => categoryId);
  const counts: RouteCounts = { inserted: 0, updated: 0, unchanged: 0, retired: 0 };
  const rows: object[] = [];
  for (const route of planned) {
    const versions = byCategory.get(route.categoryId) ?? [];
    const said = versions.findLast(({ origin }) => origin === 'REFERENCE');
    const inForce = versions.find(({ isInForce }) => isInForce);
    if (said !== undefined && inForce !== undefined && isSameMapping(said, { ...route, unitId: null })) {
      counts.unchanged += 1;
      continue;
    }
    counts[versions.length === 0 ? 'inserted' : 'updated'] += 1;
    const version = Math.max(0, ...versions.map((row) => row.version)) + 1;
    rows.push({ ...route, version, isInForce: inForce?.origin !== 'ENTERED' });
  }
  const wanted = new Set(planned.map(({ categoryId }) => categoryId));
  const gone = stored.filter(
    (row) => row.isInForce && row.origin !== 'ENTERED' && !wanted.has(row.categoryId),
  );
  counts.retired = gone.length;
  await supersede(em, [...gone, ...rows.filter((row) => (row as { isInForce: boolean }).isInForce)], at);
  await em.execute(
    `insert into category_route
       (category_id, version, usual_level, national_organisation_id, unit_key, origin, effective_from, superseded_at)
     select r."categoryId", r.version, r."usualLevel", r."nationalOrganisationId", r."unitKey", 'REFERENCE', ?, case when not r."isInForce" then ?::timestamptz end
     from json_to_recordset(?::json) as r
       ("categoryId" text, version int, "usualLevel" text, "nationalOrganisationId" text, "unitKey" text, "isInForce" boolean)
     order by r."categoryId"`,
    [at, at, JSON.stringify(rows)],
  );
  return counts;
}

const supersede = (em: EntityManager, rows: readonly object[], at: Date): Promise<unknown> =>
  em.execute(
    `update category_route c set superseded_at = ? from json_to_recordset(?::json) as r ("categoryId" text)
     where c.category_id = r."categoryId" and c.government_id is null and c.superseded_at is null`,
    [at, JSON.stringify(rows)],
  );
