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
