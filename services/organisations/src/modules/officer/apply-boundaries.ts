import type { UseCaseDependencies } from '../refusal/index.ts';
import { refreshStaffing } from '../organisation/index.ts';
import { lockPlaces } from './places.ts';

/**
 * Takes the posts into account that have begun or ended since it was last looked: what is staffed is worked out anew where that happened, and told.
 * Several replicas may look at once. Answers in how many organisations a post began or ended.
 */
export async function applyBoundaries({ database, clock }: UseCaseDependencies): Promise<number> {
  return database.transaction(async (em) => {
    const now = clock.now();
    await em.execute(`select applied_until from post_boundary for update`);
    const rows = await em.execute<{ organisation_id: string }[]>(
      `select p.organisation_id from post p join post_boundary b on p.starts_at > b.applied_until and p.starts_at <= ?
       union
       select p.organisation_id from post p join post_boundary b on p.ends_at > b.applied_until and p.ends_at <= ?`,
      [now, now],
    );
    const ids = rows.map((row) => row.organisation_id);
    await lockPlaces(em, ids);
    await refreshStaffing(em, ids, now);
    await em.execute(`update post_boundary set applied_until = greatest(applied_until, ?::timestamptz)`, [
      now,
    ]);
    return ids.length;
  });
}
