import type { Database } from '@lapor/database';
import type { PostRole } from '@lapor/viewer';

export type DelegationRow = {
  id: string;
  officer_id: string;
  substitute_id: string;
  organisation_id: string;
  role: PostRole;
  starts_at: Date;
  ends_at: Date;
  time_zone: string;
};

/** An act of an officer, for an organisation or, without one, at the national desk. */
export interface Act {
  officerId: string;
  organisationId: string | null;
  at: string;
}

/**
 * In whose place each act was done, in order: the holder, where all posts by which the officer reached the organisation at that moment were
 * passed on by that one. Null where the officer had an own one, or those of several holders: nobody can tell by which it was done.
 */
export async function findHolders(database: Database, acts: readonly Act[]): Promise<(string | null)[]> {
  const rows = await database.query<{ holder: string | null }>(
    'holders-of-acts',
    `select case when count(p.id) = count(p.on_behalf_of) and count(distinct p.on_behalf_of) = 1 then min(p.on_behalf_of) end as holder
     from unnest($1::text[], $2::text[], $3::timestamptz[]) with ordinality as act (officer_id, organisation_id, at, place)
     left join organisation o on o.id = act.organisation_id
     left join post p on p.officer_id = act.officer_id and p.starts_at <= act.at and (p.ends_at is null or p.ends_at > act.at)
       and (act.organisation_id is null or p.organisation_id = act.organisation_id or p.organisation_id = any(o.path))
     group by act.place
     order by act.place`,
    [
      acts.map(({ officerId }) => officerId),
      acts.map(({ organisationId }) => organisationId),
      acts.map(({ at }) => at),
    ],
  );
  return rows.map(({ holder }) => holder);
}

/** Running and coming delegations that these officers gave or took over, the first to begin first. */
export function findDelegations(
  database: Database,
  officerIds: readonly string[],
  at: Date,
): Promise<DelegationRow[]> {
  return database.query(
    'delegations-of-officers',
    `select d.id, d.officer_id, d.substitute_id, p.organisation_id, p.role, d.starts_at, d.ends_at, o.time_zone
     from delegation d join post p on p.id = d.post_id join organisation o on o.id = p.organisation_id
     where (d.officer_id = any($1) or d.substitute_id = any($1)) and d.ends_at > $2 and d.ends_at > d.starts_at
     order by d.starts_at, d.id`,
    [officerIds, at],
  );
}
