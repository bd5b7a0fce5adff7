import type { Database } from '@lapor/database';
import type { PostRole } from '@lapor/viewer';
import type { AccountState } from './graphql.ts';

export type OfficerRow = {
  id: string;
  name: string;
  email: string | null;
  state: AccountState;
  has_second_factor: boolean;
  last_signed_in_on: string | null;
  suspended_at: Date | null;
  suspended_by: string | null;
  suspension_reason: string | null;
  invited_at: Date | null;
  invited_by: string | null;
  invitation_expires_at: Date | null;
};

/** `$1` is the present instant. */
const state = `case when f.suspended_at is not null then 'SUSPENDED'
  when f.account_state = 'ACTIVE' then 'ACTIVE'
  when i.id is null then 'NONE'
  when i.expires_at > $1 then 'INVITED' else 'INVITATION_EXPIRED' end`;

const columns = `f.id, f.name, f.email, ${state} as state, f.has_second_factor, f.last_signed_in_on, f.suspended_at, f.suspended_by,
  f.suspension_reason, i.sent_at as invited_at, i.sent_by as invited_by, i.expires_at as invitation_expires_at`;

const source = `officer f left join invitation i on i.officer_id = f.id and i.accepted_at is null and i.replaced_at is null`;

export function findOfficers(database: Database, ids: readonly string[], at: Date): Promise<OfficerRow[]> {
  return database.query('officers-by-id', `select ${columns} from ${source} where f.id = any($2)`, [at, ids]);
}

export type OfficerSelection = {
  /** Roots of governments; null: everybody, also officers without posts. */
  governmentIds: readonly string[] | null;
  withinId?: string | null | undefined;
  roles?: readonly PostRole[] | null | undefined;
  states?: readonly AccountState[] | null | undefined;
  /** Each must be part of name or address. */
  words: readonly string[];
};

/** By name: officers with running or coming posts there. */
export function listOfficers(
  database: Database,
  selection: OfficerSelection,
  { after, limit, at }: { after: { name: string; id: string } | null; limit: number; at: Date },
): Promise<OfficerRow[]> {
  const values: unknown[] = [at, limit];
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const conditions: string[] = [];
  const names: string[] = [];
  const add = (name: string, condition: string) => {
    names.push(name);
    conditions.push(condition);
  };
  const posts: string[] = [];
  const { governmentIds, withinId, roles, states, words } = selection;
  if (governmentIds !== null) posts.push(`o.government_id = any(${parameter(governmentIds)})`);
  if (withinId) posts.push(`o.path @> array[${parameter(withinId)}]`);
  if (roles) posts.push(`p.role = any(${parameter(roles)})`);
  if (posts.length > 0) {
    add(
      `posts-${[governmentIds !== null, !!withinId, !!roles].map(Number).join('')}`,
      `f.id in (select p.officer_id from post p join organisation o on o.id = p.organisation_id
         where o.status = 'ACTIVE' and (p.ends_at is null or p.ends_at > $1) and ${posts.join(' and ')})`,
    );
  }
  if (states) add('states', `${state} = any(${parameter(states)})`);
  // One condition for each word, so that the index of trigrams serves it.
  for (const word of words) {
    const pattern = parameter(`%${word.replace(/[\\%_]/g, '\\$&')}%`);
    add('word', `(lower(f.name) || ' ' || coalesce(f.email, '')) like ${pattern}`);
  }
  if (after !== null) add('after', `(f.name, f.id) > (${parameter(after.name)}, ${parameter(after.id)})`);
  return database.query(
    `officers-${names.join('-')}`,
    `select ${columns} from ${source} ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
     order by f.name, f.id limit $2`,
    values,
  );
}

export type PostRow = {
  id: string;
  officer_id: string;
  role: PostRole;
  organisation_id: string;
  starts_at: Date;
  ends_at: Date | null;
  on_behalf_of: string | null;
  path: string[];
  kind: string;
  region_code: string | null;
  time_zone: string;
};

/** All posts of officers, ended ones included, the oldest first. */
export function findPosts(database: Database, officerIds: readonly string[]): Promise<PostRow[]> {
  return database.query(
    'posts-of-officers',
    `select p.id, p.officer_id, p.role, p.organisation_id, p.starts_at, p.ends_at, p.on_behalf_of,
       o.path, o.kind, o.region_code, o.time_zone
     from post p join organisation o on o.id = p.organisation_id
     where p.officer_id = any($1) and (p.ends_at is null or p.ends_at > p.starts_at)
     order by p.organisation_id, p.role, p.starts_at, p.id`,
    [officerIds],
  );
}

/** The heads in office, before those who stand in for one; of several the one who came first. */
export function findHeads(
  database: Database,
  organisationIds: readonly string[],
  at: Date,
): Promise<{ id: string; name: string; email: string | null }[]> {
  return database.query(
    'heads-of-organisations',
    `select distinct on (p.organisation_id) p.organisation_id as id, f.name, f.email
     from post p join officer f on f.id = p.officer_id
     where p.organisation_id = any($1) and p.role = 'AGENCY_HEAD' and p.starts_at <= $2 and (p.ends_at is null or p.ends_at > $2)
       and f.suspended_at is null
     order by p.organisation_id, p.on_behalf_of nulls first, p.starts_at, p.id`,
    [organisationIds, at],
  );
}
