import type { EntityManager } from '@mikro-orm/postgresql';
import type { OrganisationCopy } from './entity.ts';

/** The known ones among the ids, by id. */
export async function findOrganisations(
  em: EntityManager,
  ids: readonly string[],
): Promise<Map<string, OrganisationCopy>> {
  if (ids.length === 0) return new Map();
  const rows = await em.execute<OrganisationCopy[]>(
    `select id, name, acronym, status, parent_id as "parentId", government_id as "governmentId", path, time_zone as "timeZone"
     from organisation where id = any(?::text[])`,
    [`{${ids.map((id) => JSON.stringify(id)).join(',')}}`],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
