import { removeRunOutUploads } from '@lapor/files';
import { UPLOAD_HOURS } from '../modules/attachment/index.ts';
import type { ReportsDependencies } from '../modules/report/index.ts';

const KEPT_HOURS = 48;
const AT_ONCE = 500;

/** Removes uploads that never became whole, and files that never became part of a report. Returns how many. */
export async function removeStaleUploads(deps: ReportsDependencies): Promise<number> {
  const { database, clock, files } = deps;
  const unfinished = await removeRunOutUploads({ database, clock, files, hours: UPLOAD_HOURS });
  return unfinished + (await removeUnattached(deps));
}

const before = ({ clock }: ReportsDependencies, hours: number) =>
  new Date(clock.now().getTime() - hours * 3_600_000).toISOString();

async function removeUnattached(deps: ReportsDependencies): Promise<number> {
  const rows = await deps.database.transaction((em) =>
    em.execute<{ storage_key: string; thumbnail_key: string | null; original_key: string | null }[]>(
      `delete from attachment where id in (select id from attachment a where report_id is null and uploaded_at < ?
         and not exists (select from work_order_file w where w.attachment_id = a.id) limit ? for update skip locked)
       returning storage_key, thumbnail_key, original_key`,
      [before(deps, KEPT_HOURS), AT_ONCE],
    ),
  );
  for (const row of rows) {
    for (const key of [row.storage_key, row.thumbnail_key, row.original_key])
      if (key) await deps.files.remove(key);
  }
  return rows.length;
}
