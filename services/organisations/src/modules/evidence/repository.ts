import type { Database } from '@lapor/database';

export type EvidenceRow = {
  id: string;
  organisation_id: string;
  declaration_id: string | null;
  uploaded_by: string | null;
  file_name: string;
  media_type: string;
  size_bytes: number;
  storage_key: string;
};

const columns =
  'id, organisation_id, declaration_id, uploaded_by, file_name, media_type, size_bytes, storage_key';

/** In the order in which they were uploaded. */
export function findEvidence(database: Database, declarationIds: readonly string[]): Promise<EvidenceRow[]> {
  return database.query(
    'evidence-of-declarations',
    `select ${columns} from evidence_file where declaration_id = any($1::uuid[]) order by uploaded_at, id`,
    [declarationIds],
  );
}

export async function findEvidenceFile(database: Database, id: string): Promise<EvidenceRow | null> {
  const rows = await database.query<EvidenceRow>(
    'evidence-file',
    `select ${columns} from evidence_file where id = $1`,
    [id],
  );
  return rows[0] ?? null;
}
