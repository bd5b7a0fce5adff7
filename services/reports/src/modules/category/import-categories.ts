import { join } from 'node:path';
import { z } from 'zod';
import type { Database } from '@lapor/database';
import {
  dataFolder,
  hashFile,
  optionalText,
  readRows,
  requiredText,
  type RowFault,
} from '@lapor/reference-data';
import { noteImport, noteRefusedImport } from '../reference-import/index.ts';

const schema = z.object({
  id: requiredText,
  parent: optionalText,
  name: requiredText,
  level: z.coerce.number().int().min(1).max(3),
  status: z.enum(['active', 'seasonal', 'retired']),
  usual_level: optionalText,
  national_org: optionalText,
  opd_key: optionalText,
  sensitive: z.enum(['0', '1']),
  identity_requirement: z.enum(['none', 'contact', 'identity']),
});
type CategoryRow = z.infer<typeof schema>;

/** What an import did; a file with faults changes nothing. */
export type CategoryImport =
  | { file: string; outcome: 'unchanged' }
  | { file: string; outcome: 'imported'; written: number; retired: number }
  | { file: string; outcome: 'refused'; faults: RowFault[] };

/** Brings the categories to what `data/categories.csv` says. Missing rows are retired, never deleted; an unchanged file costs one look. */
export async function importCategories(
  database: Database,
  now: Date,
  path = join(dataFolder, 'categories.csv'),
): Promise<CategoryImport> {
  const file = 'categories.csv';
  const hash = await hashFile(path);
  const [known] = await database.query<{ content_hash: string }>(
    'imported-file',
    'select content_hash from imported_file where name = $1',
    [file],
  );
  if (known?.content_hash === hash) return { file, outcome: 'unchanged' };
  const refuse = async (faults: RowFault[]): Promise<CategoryImport> => {
    await noteRefusedImport(database, { file, contentHash: hash, at: now, faults });
    return { file, outcome: 'refused', faults };
  };
  const read = await readRows({ path, schema, uniqueBy: 'id' });
  if (!read.ok) return refuse(read.faults);
  const { rows, lines } = read.value;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const faults = rows.flatMap(({ parent }, index) =>
    parent !== null && !byId.has(parent)
      ? [{ file, line: lines[index]!, field: 'parent', reason: `there is no category "${parent}"` }]
      : [],
  );
  if (faults.length > 0) return refuse(faults);

  const written = rows
    .toSorted((a, b) => a.level - b.level)
    .map((row) => ({
      id: row.id,
      parent_id: row.parent,
      name: row.name,
      path: pathOf(row, byId),
      level: row.level,
      status: row.status,
      usual_level: row.usual_level,
      national_org_id: row.national_org,
      opd_key: row.opd_key,
      is_sensitive: row.sensitive === '1',
      needs_supporting_data: row.sensitive === '1',
      identity_requirement: row.identity_requirement.toUpperCase(),
    }));
  const retired = await database.transaction(async (em) => {
    await em.execute(
      // What people entered wins over the file: a category with settings of its own keeps them.
      `insert into category (id, parent_id, name, path, level, status, usual_level, national_org_id, opd_key, is_sensitive,
         needs_supporting_data, identity_requirement)
       select * from jsonb_to_recordset(?::jsonb) as c (id text, parent_id text, name text, path text, level smallint, status text,
         usual_level text, national_org_id text, opd_key text, is_sensitive boolean, needs_supporting_data boolean, identity_requirement text)
       on conflict (id) do update set parent_id = excluded.parent_id, name = excluded.name, path = excluded.path, level = excluded.level,
         status = excluded.status, usual_level = excluded.usual_level, national_org_id = excluded.national_org_id, opd_key = excluded.opd_key,
         is_sensitive = case when category.settings_version > 0 then category.is_sensitive else excluded.is_sensitive end,
         needs_supporting_data =
           case when category.settings_version > 0 then category.needs_supporting_data else excluded.needs_supporting_data end,
         identity_requirement =
           case when category.settings_version > 0 then category.identity_requirement else excluded.identity_requirement end,
         retired_at = null`,
      [JSON.stringify(written)],
    );
    const gone = await em.execute<{ id: string }[]>(
      `update category set status = 'retired', retired_at = ? where retired_at is null and id <> all (?::text[]) returning id`,
      [now.toISOString(), `{${rows.map(({ id }) => JSON.stringify(id)).join(',')}}`],
    );
    await em.execute(
      `insert into imported_file (name, content_hash, imported_at) values (?, ?, ?)
       on conflict (name) do update set content_hash = excluded.content_hash, imported_at = excluded.imported_at`,
      [file, hash, now.toISOString()],
    );
    const counts = { written: written.length, retired: gone.length };
    await noteImport(em, { file, contentHash: hash, at: now, counts });
    return gone.length;
  });
  return { file, outcome: 'imported', written: written.length, retired };
}

function pathOf(row: CategoryRow, byId: ReadonlyMap<string, CategoryRow>): string {
  const parent = row.parent === null ? undefined : byId.get(row.parent);
  return parent ? `${pathOf(parent, byId)} › ${row.name}` : row.name;
}
