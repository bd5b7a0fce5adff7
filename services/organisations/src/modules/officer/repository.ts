import type { Database } from '@lapor/database';
import type { PostRole } from '@lapor/viewer';

export type OfficerRow = { id: string; name: string };

export function findOfficers(database: Database, ids: readonly string[]): Promise<OfficerRow[]> {
  return database.query('officers-by-id', 'select id, name from officer where id = any($1)', [ids]);
}

export type PostRow = { officer_id: string; role: PostRole; organisation_id: string; government_id: string };

/** Posts in force. */
export function findPosts(database: Database, officerIds: readonly string[]): Promise<PostRow[]> {
  return database.query(
    'posts-of-officers',
    `select p.officer_id, p.role, p.organisation_id, o.government_id
     from post p join organisation o on o.id = p.organisation_id
     where p.officer_id = any($1) and p.ends_at is null
     order by p.organisation_id, p.role`,
    [officerIds],
  );
}

/** The heads in office; of several the one who came first. */
export function findHeads(database: Database, organisationIds: readonly string[]): Promise<OfficerRow[]> {
  return database.query(
    'heads-of-organisations',
    `select distinct on (p.organisation_id) p.organisation_id as id, f.name
     from post p join officer f on f.id = p.officer_id
     where p.organisation_id = any($1) and p.role = 'AGENCY_HEAD' and p.ends_at is null
     order by p.organisation_id, p.starts_at, p.id`,
    [organisationIds],
  );
}
