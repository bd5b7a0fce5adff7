import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Ties files to a declaration, in the running transaction: fresh uploads of the organisation, and files of its earlier declarations of the same
 * item, which are tied to both. Answers whether all of them could be.
 */
export async function claimEvidence(
  em: EntityManager,
  {
    ids,
    organisationId,
    kind,
    declarationId,
  }: { ids: readonly string[]; organisationId: string; kind: string; declarationId: string },
): Promise<boolean> {
  if (ids.length === 0) return true;
  const wanted = JSON.stringify(ids.map((id) => ({ id, copy_id: randomUUID() })));
  const claimed = await em.execute<unknown[]>(
    `update evidence_file set declaration_id = ?
     where id in (select w.id from jsonb_to_recordset(?::jsonb) as w (id uuid)) and organisation_id = ? and declaration_id is null
     returning id`,
    [declarationId, wanted, organisationId],
  );
  const kept = await em.execute<unknown[]>(
    `insert into evidence_file (id, organisation_id, declaration_id, uploaded_by, uploaded_at, file_name, media_type, size_bytes, storage_key)
     select w.copy_id, f.organisation_id, ?, f.uploaded_by, f.uploaded_at, f.file_name, f.media_type, f.size_bytes, f.storage_key
     from jsonb_to_recordset(?::jsonb) as w (id uuid, copy_id uuid)
     join evidence_file f on f.id = w.id
     join readiness_declaration d on d.id = f.declaration_id
     where f.organisation_id = ? and d.kind = ? and d.id <> ?
     returning id`,
    [declarationId, wanted, organisationId, kind, declarationId],
  );
  return claimed.length + kept.length === ids.length;
}
