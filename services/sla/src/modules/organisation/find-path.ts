import type { Database } from '@lapor/database';

/** From the root of an organisation's government to itself, as the tree is today; `null` for one that is not known. */
export async function findPath(
  database: Database,
  organisationId: string,
): Promise<readonly string[] | null> {
  const [row] = await database.query<{ path: string[] }>(
    'path-of-organisation',
    'select path from organisation where id = $1',
    [organisationId],
  );
  return row?.path ?? null;
}

/** The same of some at once; those that are not known are left out. */
export async function findPaths(
  database: Database,
  organisationIds: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const rows = await database.query<{ id: string; path: string[] }>(
    'paths-of-organisations',
    'select id, path from organisation where id = any($1)',
    [organisationIds],
  );
  return new Map(rows.map(({ id, path }) => [id, path]));
}
