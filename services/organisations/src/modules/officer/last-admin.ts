import type { EntityManager } from '@mikro-orm/postgresql';
import type { PlacedViewer } from '../authority/index.ts';
import { may } from '../authority/index.ts';

/**
 * Whether a government would be left without an admin who can sign in, once this officer is none any more. The national desk may do that:
 * it can set in another. The government's root is locked.
 */
export async function leavesNoAdmin(
  em: EntityManager,
  {
    officerId,
    governmentIds,
    from,
    at,
  }: { officerId: string; governmentIds: readonly string[]; from: Date; at: Date },
): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `with admin as (
       select o.government_id, p.officer_id, p.ends_at
       from post p join organisation o on o.id = p.organisation_id join officer f on f.id = p.officer_id
       where p.role = 'AGENCY_ADMIN' and o.status = 'ACTIVE' and o.government_id in (select json_array_elements_text(?::json))
         and p.starts_at <= ? and (p.ends_at is null or p.ends_at > ?)
         and f.account_state = 'ACTIVE' and f.has_second_factor and f.suspended_at is null
     )
     select 1 from admin a where a.officer_id = ?
       and not exists (
         select 1 from admin b
         where b.government_id = a.government_id and b.officer_id <> a.officer_id and (b.ends_at is null or b.ends_at > ?)
       )
     limit 1`,
    [JSON.stringify(governmentIds), at, at, officerId, from],
  );
  return rows.length > 0;
}

/** Only the national desk may leave a government without an admin. */
export const mayLeaveNoAdmin = (viewer: PlacedViewer): boolean => may(viewer, 'addRoot', null);
