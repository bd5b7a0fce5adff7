import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from '../../authorisation/world/start.ts';

/** What the database, as its administrator sees it, holds now that it did not hold before. */
export async function writtenSince(
  world: Pick<World, 'sql'>,
  transaction: string,
): Promise<{ table: string; rows: string }[]> {
  const tables = await world.sql<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const written = [];
  for (const { schema, name } of tables) {
    const rows = await world.sql<{ row: string }>(
      `select t::text as row from "${schema}"."${name}" t where t.xmin::text::bigint >= $1`,
      [transaction],
    );
    if (rows.length > 0)
      written.push({ table: `${schema}.${name}`, rows: rows.map(({ row }) => row).join('\n') });
  }
  return written;
}

/** The number that the next transaction gets, at the most. */
export const currentTransaction = async (world: Pick<World, 'sql'>): Promise<string> =>
  (await world.sql<{ id: string }>('select pg_current_xact_id()::text as id'))[0]!.id;

/** Every file below a folder. */
export const filesBelow = (folder: string): { path: string; content: Buffer }[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, content: readFileSync(path) }));
