import { randomUUID } from 'node:crypto';
import type { Database } from '@lapor/database';
import type { RowFault } from '@lapor/reference-data';
import type { ReferenceImportRow } from '@lapor/reference-data/graphql';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sourceFiles } from './read-sources.ts';

const runsAtMost = 50;
const faultsAtMost = 100;

type Run = { contentHash: string; at: Date };

/** Keeps what an import wrote, in its transaction. */
export async function noteImport(
  em: EntityManager,
  { contentHash, at, report }: Run & { report: Readonly<Record<string, object>> },
): Promise<void> {
  const counts = Object.fromEntries(
    Object.entries(report).flatMap(([of, part]) =>
      Object.entries(part as Record<string, unknown>).flatMap(([name, count]) =>
        typeof count === 'number' ? [[`${of}.${name}`, count] as const] : [],
      ),
    ),
  );
  await em.execute(
    `insert into reference_import_run (id, at, content_hash, outcome, counts, faults)
     values (?::uuid, ?::timestamptz, ?, 'IMPORTED', ?::jsonb, '[]')`,
    [randomUUID(), at.toISOString(), contentHash, JSON.stringify(counts)],
  );
}

/** Keeps that files were refused; once, however often a service starts with them. */
export async function noteRefusedImport(
  database: Database,
  { contentHash, at, faults }: Run & { faults: readonly RowFault[] },
): Promise<void> {
  await database.query(
    'note-refused-import',
    `insert into reference_import_run (id, at, content_hash, outcome, counts, faults)
     select $1::uuid, $2::timestamptz, $3::text, 'REFUSED', '{}', $4::jsonb
     where (select last.outcome || last.content_hash from reference_import_run last order by last.position desc limit 1)
       is distinct from 'REFUSED' || $3`,
    [randomUUID(), at.toISOString(), contentHash, JSON.stringify(faults.slice(0, faultsAtMost))],
  );
}

/** What was imported when, newest first. */
export const listImports = async (database: Database): Promise<ReferenceImportRow[]> => {
  const rows = await database.query<Omit<ReferenceImportRow, 'files'>>(
    'reference-imports',
    `select id, at, outcome, counts, faults from reference_import_run order by position desc limit ${runsAtMost}`,
  );
  return rows.map((row) => ({ ...row, files: sourceFiles }));
};
