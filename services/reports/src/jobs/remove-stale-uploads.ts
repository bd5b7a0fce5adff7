import { UPLOAD_HOURS } from '../modules/attachment/index.ts';
import type { ReportsDependencies } from '../modules/report/index.ts';

const KEPT_HOURS = 48;
const AT_ONCE = 500;

/** Removes uploads that never became whole, and files that never became part of a report. Returns how many. */
export async function removeStaleUploads(deps: ReportsDependencies): Promise<number> {
  return (await removeUnfinished(deps)) + (await removeUnattached(deps));
}

const before = ({ clock }: ReportsDependencies, hours: number) =>
  new Date(clock.now().getTime() - hours * 3_600_000).toISOString();

async function removeUnfinished(deps: ReportsDependencies): Promise<number> {
  const { ids, keys } = await deps.database.transaction(async (em) => {
    const rows = await em.execute<{ id: string }[]>(
      'select id from upload where begun_at < ? order by begun_at limit ? for update skip locked',
      [before(deps, UPLOAD_HOURS), AT_ONCE],
    );
    const list = `{${rows.map(({ id }) => id).join(',')}}`;
    const parts = await em.execute<{ storage_key: string }[]>(
      'delete from upload_part where upload_id = any(?::uuid[]) returning storage_key',
      [list],
    );
    await em.execute('delete from upload where id = any(?::uuid[])', [list]);
    return { ids: rows, keys: parts.map(({ storage_key: key }) => key) };
  });
  for (const key of keys) await deps.files.remove(key);
  return ids.length;
}

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
