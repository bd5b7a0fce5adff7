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
