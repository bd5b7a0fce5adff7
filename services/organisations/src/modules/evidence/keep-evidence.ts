import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { FileStore } from '@lapor/files';
import type { Sealer } from '@lapor/sealing';
import { appendAudit } from '../audit/index.ts';
import type { UseCaseDependencies } from '../refusal/index.ts';

/** What keeps and gives files of evidence. */
export type EvidenceDependencies = UseCaseDependencies & {
  files: FileStore;
  urlSecret: string;
  /** Keys the hashes by which uploads under way are their officer's. */
  uploadSecret: string;
  /** Seals the names of files that are not whole yet. */
  sealer: Sealer;
};

/** A file that was judged, of an organisation, from an officer. */
export type NewEvidence = {
  organisationId: string;
  actorId: string;
  fileName: string;
  mediaType: string;
  content: Buffer;
};

/**
 * Keeps a file sealed until a declaration names it; the caller has asked whether the officer may. Returns its id.
 * @param id of the upload, where it came as one.
 * @param within what else belongs into the transaction.
 */
export async function keepEvidence(
  { database, clock, files }: EvidenceDependencies,
  { organisationId, actorId, fileName, mediaType, content }: NewEvidence,
  id: string = randomUUID(),
  within: (em: EntityManager) => Promise<unknown> = async () => undefined,
): Promise<string> {
  const storageKey = `evidence/${id.slice(-2)}/${id}`;
  // The file before its row: one too many does no harm.
  await files.put(storageKey, content);
  const at = clock.now();
  await database.transaction(async (em) => {
    await within(em);
    await em.execute(
      `insert into evidence_file (id, organisation_id, uploaded_by, uploaded_at, file_name, media_type, size_bytes, storage_key)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
      [id, organisationId, actorId, at, fileName, mediaType, content.length, storageKey],
    );
    await appendAudit(em, {
      actor: { kind: 'OFFICER', id: actorId },
      action: 'EVIDENCE_UPLOADED',
      officerId: null,
      organisationId,
      facts: { fileId: id, mediaType, sizeBytes: content.length },
      at,
    });
  });
  return id;
}
