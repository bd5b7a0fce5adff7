import type { SupportChange } from './change-support.ts';

/**
 * "Saya juga mengalami": counts once per supporter; a repeated one changes nothing. For the master it counts once per supporter,
 * whichever of the reports of the matter was supported.
 */
export const support: SupportChange = async (em, { reportId, hash, at }, { masterId, ids, hashes }) => {
  const added = await em.execute<unknown[]>(
    `with before as (select exists (select from unnest(?::uuid[], ?::text[]) as w (report_id, hash)
       join support s on s.report_id = w.report_id and s.supporter_hash = decode(w.hash, 'hex')) as known),
     added as (insert into support (report_id, supporter_hash, at, is_counted) select ?::uuid, ?::bytea, ?::timestamptz, not known from before
       on conflict do nothing returning report_id, is_counted),
     counted as (update report r set support_count = r.support_count + 1 from added
       where (r.id = added.report_id and r.id <> ?::uuid) or (r.id = ?::uuid and added.is_counted))
     select report_id from added`,
    [ids, hashes, reportId, hash, at.toISOString(), masterId, masterId],
  );
  return added.length > 0;
};
