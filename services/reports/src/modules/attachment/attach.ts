import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@lapor/viewer';
import type { ReportsDependencies } from '../report/index.ts';
import { uploaderHashes } from './uploader.ts';

interface Attach {
  reportId: string;
  ids: readonly string[];
  viewer: Viewer;
  /** The device's key, for people without account. */
  submissionKey?: string;
}

/** Ties uploads to a new report. Ids that are not the sender's, or are tied already, are passed over: they give no access. */
export const attachToReport = (deps: ReportsDependencies, em: EntityManager, attach: Attach) =>
  tie(deps, em, attach, null);

/**
 * Untouched originals may show who took them (serial number, place). For a reporter who wants to leave no trace they are
 * dropped; gives the keys of the files to remove once the transaction is committed.
 */
export async function dropOriginals(em: EntityManager, reportId: string): Promise<string[]> {
  const rows = await em.execute<{ key: string }[]>(
    `with kept as (select id, original_key as key from attachment where report_id = ? and original_key is not null)
     update attachment a set original_key = null from kept where a.id = kept.id returning kept.key`,
    [reportId],
  );
  return rows.map(({ key }) => key);
}

/** Ties uploads to an entry of the history. */
export const attachToHistory = (
  deps: ReportsDependencies,
  em: EntityManager,
  attach: Attach & { historyId: string },
) => tie(deps, em, attach, attach.historyId);

async function tie(
  deps: ReportsDependencies,
  em: EntityManager,
  { reportId, ids, viewer, submissionKey }: Attach,
  historyId: string | null,
): Promise<void> {
  if (ids.length === 0) return;
  const hashes = uploaderHashes(deps.lookupSecret, viewer, submissionKey);
  await em.execute(
    `update attachment set report_id = ?, history_id = ? where id = any(?::uuid[]) and report_id is null
     and encode(uploader_hash, 'hex') = any(?::text[])`,
    [reportId, historyId, `{${ids.join(',')}}`, `{${hashes.map((hash) => hash.toString('hex')).join(',')}}`],
  );
}
