import type { EntityManager } from '@mikro-orm/postgresql';
import type { Place } from '../authority/index.ts';

/** An organisation as changes of people need it. */
export type PlaceRecord = Place & {
  id: string;
  path: string[];
  status: 'ACTIVE' | 'FORMER';
  timeZone: string;
};

/**
 * Organisations with the roots of their governments locked: whether the organisations of a government are staffed depends on all posts in it,
 * so changes of people in one government go one after the other. Call it once per transaction, before officers are locked.
 */
export async function lockPlaces(
  em: EntityManager,
  organisationIds: readonly string[],
): Promise<Map<string, PlaceRecord>> {
  const ids = JSON.stringify([...new Set(organisationIds)]);
  await em.execute(
    `select id from organisation
     where id in (select government_id from organisation where id in (select json_array_elements_text(?::json)))
     order by id for no key update`,
    [ids],
  );
  const rows = await em.execute<PlaceRecord[]>(
    `select id, path, kind, region_code as "regionCode", status, time_zone as "timeZone"
     from organisation where id in (select json_array_elements_text(?::json))`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export const findAndLockPlace = async (
  em: EntityManager,
  organisationId: string,
): Promise<PlaceRecord | null> => (await lockPlaces(em, [organisationId])).get(organisationId) ?? null;
