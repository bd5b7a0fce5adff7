import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import type { OrganisationCopy } from './entity.ts';

const COLUMNS = `id, name, acronym, status, parent_id as "parentId", government_id as "governmentId", path, time_zone as "timeZone",
  is_staffed as "isStaffed", has_direct_verification as "hasDirectVerification", successor_ids as "successorIds"`;

/** The known ones among the ids, by id. */
export const findOrganisations = (em: EntityManager, ids: readonly string[]) =>
  select(em, ids, `select ${COLUMNS} from organisation where id = any(?::text[])`);

/**
 * The same, held as they are until the transaction ends: a merge or retirement waits, so that whatever is assigned to them is
 * there to be moved when it comes. Rows are taken in the order of their ids, as `copyOrganisations` writes them.
 */
export const lockOrganisations = (em: EntityManager, ids: readonly string[]) =>
  select(em, ids, `select ${COLUMNS} from organisation where id = any(?::text[]) order by id for share`);

async function select(
  em: EntityManager,
  ids: readonly string[],
  sql: string,
): Promise<Map<string, OrganisationCopy>> {
  if (ids.length === 0) return new Map();
  const rows = await em.execute<OrganisationCopy[]>(sql, [textArray(ids)]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Ids as a PostgreSQL array. */
export const textArray = (ids: readonly string[]): string =>
  `{${ids.map((id) => JSON.stringify(id)).join(',')}}`;

/** Names by id; ids that nobody told of are left out. */
export async function organisationNames(
  database: Database,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await database.query<{ id: string; name: string }>(
    'organisation-names',
    'select id, name from organisation where id = any($1::text[])',
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
