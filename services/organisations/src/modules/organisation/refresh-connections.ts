import type { EntityManager } from '@mikro-orm/postgresql';
import { announceOrganisations } from './announce.ts';

/**
 * Works out anew whether the organisations of a path are connected, and tells the others of those where it changed.
 * An organisation is connected while an agency admin is in office in it or below it within its government; a unit also while a
 * liaison officer is. Run it after the posts are written, under the lock of the path's first organisation.
 */
export async function refreshConnections(
  em: EntityManager,
  path: readonly string[],
  at: Date,
): Promise<void> {
  const changed = await em.execute<{ id: string }[]>(
    `update organisation o set is_connected = now.is_connected, version = version + 1
     from (
       select a.id, exists (
         select 1 from post p join organisation d on d.id = p.organisation_id
         where p.ends_at is null and d.path @> array[a.id]
           and (p.role = 'AGENCY_ADMIN' or (p.role = 'LIAISON_OFFICER' and a.id <> a.government_id))
       ) as is_connected
       from organisation a where a.id in (select json_array_elements_text(?::json))
     ) now
     where o.id = now.id and o.is_connected <> now.is_connected
     returning o.id`,
    [JSON.stringify(path)],
  );
  const ids = new Set(changed.map(({ id }) => id));
  await announceOrganisations(
    em,
    path.filter((id) => ids.has(id)),
    at,
  );
}
