import type { SupportChange } from './change-support.ts';

/**
 * "Ternyata saya tidak mengalami": takes back what was said; where nothing was, nothing changes. For the master it counts on while the same
 * supporter says it of another report of the matter.
 */
export const withdrawSupport: SupportChange = async (em, { reportId, hash }, { masterId, ids, hashes }) => {
  const gone = await em.execute<unknown[]>(
    `with gone as (delete from support where report_id = ?::uuid and supporter_hash = ?::bytea returning is_counted),
     other as (select s.report_id, s.supporter_hash from unnest(?::uuid[], ?::text[]) as w (report_id, hash)
       join support s on s.report_id = w.report_id and s.supporter_hash = decode(w.hash, 'hex')
       where not s.is_counted order by s.at, s.report_id limit 1),
     kept as (update support s set is_counted = true from other, gone
       where gone.is_counted and s.report_id = other.report_id and s.supporter_hash = other.supporter_hash returning 1),
     counted as (update report r set support_count = r.support_count - 1 from gone
       where (r.id = ?::uuid and r.id <> ?::uuid) or (r.id = ?::uuid and gone.is_counted and not exists (select from kept)))
     select is_counted from gone`,
    [reportId, hash, ids, hashes, reportId, masterId, masterId],
  );
  return gone.length > 0;
};
