import type { EntityManager } from '@mikro-orm/postgresql';
import { announceOrganisations } from './announce.ts';

/**
 * Works out anew who is there for some organisations and for all above them within their governments, and tells the others of those that
 * became staffed or are so no longer. Staffed is an organisation while an agency admin with an active account is in office in it or below it;
 * a unit also while a liaison officer is. Run it after posts or accounts are written, under the locks of the governments' roots.
 */
export async function refreshStaffing(
  em: EntityManager,
  organisationIds: readonly string[],
  at: Date,
): Promise<void> {
  if (organisationIds.length === 0) return;
  const changed = await em.execute<{ id: string; is_told: boolean; depth: number }[]>(
    `with touched as (
       select distinct a.id, o.government_id from organisation o cross join unnest(o.path) as a (id)
       where o.id in (select json_array_elements_text(?::json))
     ), holder as (
       -- One government after the other, so that each is looked up by its index.
       select a.id, h.role, h.organisation_id = a.id as is_here
       from (select distinct government_id from touched) g cross join lateral (
         select p.role, p.organisation_id, d.path
         from organisation d join post p on p.organisation_id = d.id join officer f on f.id = p.officer_id
         where d.government_id = g.government_id and d.status = 'ACTIVE' and p.role in ('AGENCY_ADMIN', 'LIAISON_OFFICER')
           and p.starts_at <= ? and (p.ends_at is null or p.ends_at > ?)
           and f.account_state = 'ACTIVE' and f.has_second_factor and f.suspended_at is null
         offset 0
       ) h cross join unnest(h.path) as a (id)
     ), present as (
       select t.id,
         coalesce(bool_or(h.role = 'AGENCY_ADMIN' and h.is_here), false) as admin,
         coalesce(bool_or(h.role = 'LIAISON_OFFICER' and h.is_here), false) as liaison,
         coalesce(bool_or(h.role = 'AGENCY_ADMIN'), false) as admin_within,
         coalesce(bool_or(h.role = 'LIAISON_OFFICER'), false) as liaison_within
       from touched t left join holder h on h.id = t.id
       group by t.id
     ), now as (
       select n.*, o.is_staffed as was_staffed, n.admin_within or (n.liaison_within and o.id <> o.government_id) as is_staffed
       from present n join organisation o on o.id = n.id
     )
     update organisation o set has_admin = n.admin, has_liaison = n.liaison, has_admin_within = n.admin_within,
       has_liaison_within = n.liaison_within, is_staffed = n.is_staffed, version = version + (n.is_staffed <> n.was_staffed)::int
     from now n
     where o.id = n.id and (o.has_admin, o.has_liaison, o.has_admin_within, o.has_liaison_within, o.is_staffed)
       is distinct from (n.admin, n.liaison, n.admin_within, n.liaison_within, n.is_staffed)
     returning o.id, n.is_staffed <> n.was_staffed as is_told, cardinality(o.path) as depth`,
    [JSON.stringify(organisationIds), at, at],
  );
  const told = changed.filter(({ is_told }) => is_told).toSorted((a, b) => a.depth - b.depth);
  await announceOrganisations(
    em,
    told.map(({ id }) => id),
    at,
  );
}
