import { removeRunOutUploads } from '@lapor/files';
import { appendAudits } from '../audit/index.ts';
import type { EvidenceDependencies } from './keep-evidence.ts';
import { UPLOAD_HOURS } from './upload-ledger.ts';

const KEPT_HOURS = 48;
const FILES_AT_A_TIME = 200;

/** Removes uploads that never became whole, and files that never became part of a declaration. Returns how many. */
export async function removeStaleEvidence(deps: EvidenceDependencies): Promise<number> {
  return (await removeRunOutUploads({ ...deps, hours: UPLOAD_HOURS })) + (await removeUndeclared(deps));
}

async function removeUndeclared({ database, clock, files }: EvidenceDependencies): Promise<number> {
  const before = new Date(clock.now().getTime() - KEPT_HOURS * 3_600_000);
  const rows = await database.transaction(async (em) => {
    const removed = await em.execute<{ id: string; organisation_id: string; storage_key: string }[]>(
      `delete from evidence_file where id in (
         select id from evidence_file where declaration_id is null and uploaded_at < ? order by uploaded_at limit ${FILES_AT_A_TIME} for update skip locked
       ) returning id, organisation_id, storage_key`,
      [before],
    );
    await appendAudits(
      em,
      removed.map(({ id, organisation_id: organisationId }) => ({
        actor: { kind: 'SYSTEM' },
        action: 'EVIDENCE_REMOVED',
        officerId: null,
        organisationId,
        facts: { fileId: id },
        at: clock.now(),
      })),
    );
    return removed;
  });
  for (const { storage_key: key } of rows) await files.remove(key);
  return rows.length;
}
