import type { Database } from '@lapor/database';

/** The root of an organisation's government or K/L; `null` for one that is not known. */
export async function findGovernment(database: Database, organisationId: string): Promise<string | null> {
  const [row] = await database.query<{ id: string }>(
    'government-of-organisation',
    'select path[1] as id from organisation where id = $1',
    [organisationId],
  );
  return row?.id ?? null;
}
