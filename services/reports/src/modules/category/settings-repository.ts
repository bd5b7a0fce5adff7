import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import type { IdentityRequirement } from './repository.ts';

/** What a category asks for. */
export interface CategorySettings {
  identityRequirement: IdentityRequirement;
  isSensitive: boolean;
  needsSupportingData: boolean;
}

export interface CategoryChangeRow extends CategorySettings {
  id: string;
  categoryId: string;
  version: number;
  before: CategorySettings;
  reason: string;
  enteredAt: Date;
  officerId: string;
}

const CHANGE_COLUMNS = `id, category_id as "categoryId", version, identity_requirement as "identityRequirement", is_sensitive as "isSensitive",
  needs_supporting_data as "needsSupportingData", before, reason, entered_at as "enteredAt", officer_id as "officerId"`;
const MOST_CHANGES = 50;

/** What was changed of a category, newest first. */
export const listCategoryChanges = (database: Database, categoryId: string): Promise<CategoryChangeRow[]> =>
  database.query<CategoryChangeRow>(
    'category-changes',
    `select ${CHANGE_COLUMNS} from category_change where category_id = $1 order by version desc limit ${MOST_CHANGES}`,
    [categoryId],
  );

/** The one that a request with this key made. */
export const findCategoryChange = async (
  em: EntityManager,
  requestKey: string,
): Promise<CategoryChangeRow | null> =>
  (
    await em.execute<CategoryChangeRow[]>(
      `select ${CHANGE_COLUMNS} from category_change where request_key = ?::uuid`,
      [requestKey],
    )
  )[0] ?? null;

/** A category that may be chosen now, held until the end of the transaction. */
export const lockCategory = async (
  em: EntityManager,
  id: string,
): Promise<(CategorySettings & { version: number }) | null> =>
  (
    await em.execute<(CategorySettings & { version: number })[]>(
      `select identity_requirement as "identityRequirement", is_sensitive as "isSensitive", needs_supporting_data as "needsSupportingData",
         settings_version as version
       from category where id = ? and status <> 'retired' for update`,
      [id],
    )
  )[0] ?? null;

/** Writes another version of what a category asks for, and keeps that it was written. */
export async function writeCategorySettings(
  em: EntityManager,
  change: CategoryChangeRow & { requestKey: string | null },
): Promise<void> {
  const settings = [change.identityRequirement, change.isSensitive, change.needsSupportingData];
  await em.execute(
    `update category set identity_requirement = ?, is_sensitive = ?, needs_supporting_data = ?, settings_version = ? where id = ?`,
    [...settings, change.version, change.categoryId],
  );
  await em.execute(
    `insert into category_change (identity_requirement, is_sensitive, needs_supporting_data, version, category_id, id, before, reason, entered_at, officer_id, request_key)
     values (?, ?, ?, ?, ?, ?::uuid, ?::jsonb, ?, ?::timestamptz, ?, ?::uuid)`,
    [
      ...settings,
      change.version,
      change.categoryId,
      change.id,
      JSON.stringify(change.before),
      change.reason,
      change.enteredAt.toISOString(),
      change.officerId,
      change.requestKey,
    ],
  );
}

/** Open reports of a category, which a change leaves as they are but for those that somebody has yet to verify. */
export interface OpenReports {
  open: number;
  /** Nobody has verified them yet. */
  waiting: number;
  /** Of these, at the desk of an agency. */
  waitingAtAgencies: number;
  /** Open ones whose reporter nothing is known of. */
  withoutIdentity: number;
  anonymous: number;
}

/** Counts the open reports of a category itself, not of those below. */
export const countOpenReports = async (database: Database, categoryId: string): Promise<OpenReports> =>
  (
    await database.query<OpenReports>(
      'open-reports-of-category',
      `select count(*)::int as open, (count(*) filter (where state in ('SUBMITTED', 'POSTPONED')))::int as waiting,
         (count(*) filter (where state in ('SUBMITTED', 'POSTPONED') and desk_organisation_id is not null))::int as "waitingAtAgencies",
         (count(*) filter (where not has_identity))::int as "withoutIdentity", (count(*) filter (where is_anonymous))::int as anonymous
       from report where category_id = $1 and state in ('SUBMITTED', 'POSTPONED', 'DISPOSED', 'IN_PROGRESS')`,
      [categoryId],
    )
  )[0]!;
