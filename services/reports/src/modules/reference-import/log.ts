import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import type { RowFault } from '@lapor/reference-data';
import type { ReferenceImportRow } from '@lapor/reference-data/graphql';

const MOST = 50;
const MOST_FAULTS = 100;

interface ImportedFile {
  file: string;
  contentHash: string;
  at: Date;
}

/** Keeps that a file was imported, in the transaction of the import. */
export async function noteImport(
  em: EntityManager,
  { file, contentHash, at, counts }: ImportedFile & { counts: Readonly<Record<string, number>> },
): Promise<void> {
  await em.execute(
    `insert into reference_import (id, at, file, content_hash, outcome, counts, faults)
     values (?::uuid, ?::timestamptz, ?, ?, 'IMPORTED', ?::jsonb, '[]')`,
    [randomUUID(), at.toISOString(), file, contentHash, JSON.stringify(counts)],
  );
}

/** Keeps that a file was refused; once, however often a service starts with it. */
export async function noteRefusedImport(
  database: Database,
  { file, contentHash, at, faults }: ImportedFile & { faults: readonly RowFault[] },
): Promise<void> {
  await database.query(
    'note-refused-import',
    `insert into reference_import (id, at, file, content_hash, outcome, counts, faults)
     select $1::uuid, $2::timestamptz, $3::text, $4::text, 'REFUSED', '{}', $5::jsonb
     where (select last.outcome || last.content_hash from reference_import last where last.file = $3
            order by last.position desc limit 1) is distinct from 'REFUSED' || $4`,
    [randomUUID(), at.toISOString(), file, contentHash, JSON.stringify(faults.slice(0, MOST_FAULTS))],
  );
}

/** What was imported when, newest first. */
export const listImports = (database: Database): Promise<ReferenceImportRow[]> =>
  database.query<ReferenceImportRow>(
    'reference-imports',
    `select id, at, array[file] as files, outcome, counts, faults from reference_import order by position desc limit ${MOST}`,
  );
