import type { ReportsDependencies } from '../modules/report/index.ts';

const KEPT_HOURS = 48;

/** Removes uploads that never became part of a report. Returns how many. */
export async function removeStaleUploads(deps: ReportsDependencies): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - KEPT_HOURS * 3_600_000);
  const rows = await deps.database.transaction((em) =>
    em.execute<{ storage_key: string; thumbnail_key: string | null; original_key: string | null }[]>(
      `delete from attachment where id in (select id from attachment where report_id is null and uploaded_at < ? limit 500 for update skip locked)
       returning storage_key, thumbnail_key, original_key`,
      [before.toISOString()],
    ),
  );
  for (const row of rows) {
    for (const key of [row.storage_key, row.thumbnail_key, row.original_key])
      if (key) await deps.files.remove(key);
  }
  return rows.length;
}
