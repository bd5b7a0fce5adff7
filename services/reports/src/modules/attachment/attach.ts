import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@lapor/viewer';
import type { Report, ReportsDependencies, ScanState } from '../report/index.ts';
import { tellOfSealedFiles } from './tell-of-sealed-files.ts';
import { uploaderHashes } from './uploader.ts';

interface Attach {
  report: Pick<Report, 'id' | 'number' | 'isAnonymous' | 'accountLookup'>;
  ids: readonly string[];
  viewer: Viewer;
  /** The device's key, for people without account. */
  submissionKey?: string;
}

/**
 * Ties uploads to a new report. Ids that are not the sender's, or are tied already, are passed over: they give no access.
 * Gives the keys of files to remove once the transaction is committed.
 */
export const attachToReport = (deps: ReportsDependencies, em: EntityManager, attach: Attach) =>
  tie(deps, em, attach, null);

/** Ties uploads to an entry of the history; otherwise as `attachToReport`. */
export const attachToHistory = (
  deps: ReportsDependencies,
  em: EntityManager,
  attach: Attach & { historyId: string },
) => tie(deps, em, attach, attach.historyId);

/** Whether something came with an entry of the history that somebody can open. */
export const hasProof = async (em: EntityManager, historyId: string): Promise<boolean> =>
  (
    await em.execute(`select 1 from attachment where history_id = ? and scan_state <> 'INFECTED' limit 1`, [
      historyId,
    ])
  ).length > 0;

async function tie(
  deps: ReportsDependencies,
  em: EntityManager,
  { report, ids, viewer, submissionKey }: Attach,
  historyId: string | null,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const hashes = uploaderHashes(deps.lookupSecret, viewer, submissionKey);
  const tied = await em.execute<{ scan_state: ScanState }[]>(
    `update attachment set report_id = ?, history_id = ? where id = any(?::uuid[]) and report_id is null
     and encode(uploader_hash, 'hex') = any(?::text[]) returning scan_state`,
    [report.id, historyId, `{${ids.join(',')}}`, `{${hashes.map((hash) => hash.toString('hex')).join(',')}}`],
  );
  // Found harmful while it waited to be attached.
  if (tied.some(({ scan_state }) => scan_state === 'INFECTED')) await tellOfSealedFiles(deps, em, report);
  if (!report.isAnonymous) return [];
  await hideFileNames(em, report.id);
  return report.accountLookup ? [] : dropOriginals(em, report.id);
}

/** The names a reporter gave to files may say who that is: an anonymous one's are not kept. */
export async function hideFileNames(em: EntityManager, reportId: string): Promise<void> {
  await em.execute(
    `update attachment a set file_name = case a.kind when 'VIDEO' then 'video' when 'AUDIO' then 'suara' else 'berkas' end || substring(a.file_name from '[.][a-z0-9]+$')
     where a.report_id = ? and a.kind <> 'PHOTO'
     and not exists (select from history h where h.id = a.history_id and h.actor_kind <> 'CITIZEN')`,
    [reportId],
  );
}

/**
 * Untouched originals may show who took them (serial number, place). For a reporter who wants to leave no trace they are
 * dropped; gives the keys of the files to remove.
 */
async function dropOriginals(em: EntityManager, reportId: string): Promise<string[]> {
  const rows = await em.execute<{ key: string }[]>(
    `with kept as (select a.id, a.original_key as key from attachment a left join history h on h.id = a.history_id
       where a.report_id = ? and a.original_key is not null and coalesce(h.actor_kind, 'CITIZEN') = 'CITIZEN')
     update attachment a set original_key = null from kept where a.id = kept.id returning kept.key`,
    [reportId],
  );
  return rows.map(({ key }) => key);
}
