import type { Database } from '@lapor/database';
import type { OrganisationKind } from '../policy/index.ts';

/** Kinds of governments and K/L by their ids, as far as they were told. */
export async function readGovernmentKinds(
  database: Database,
): Promise<ReadonlyMap<string, OrganisationKind>> {
  const rows = await database.query<{ id: string; kind: OrganisationKind }>(
    'government-kinds',
    'select id, kind from organisation where cardinality(path) = 1 and kind is not null',
  );
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}
