import type { Database } from '@lapor/database';
import type { InboxBucket } from './inbox-entries.ts';
import { REPORT_COLUMNS, type ReportRow } from './read-model.ts';
import type { ReportState } from './vocabulary.ts';

/** By id, in no order. */
export const findReports = (database: Database, ids: readonly string[]) =>
  database.query<ReportRow>(
    'reports-by-id',
    `select ${REPORT_COLUMNS} from report r where r.id = any($1::uuid[])`,
    [ids],
  );

/** By public number. */
export const findReportByNumber = async (database: Database, number: string) =>
  (
    await database.query<ReportRow>(
      'report-by-number',
      `select ${REPORT_COLUMNS} from report r where r.number = $1`,
      [number],
    )
  )[0] ?? null;

/** Newest first; a page begins after this position. */
export interface After {
  at: string;
  id: string;
}

export interface PublicReportFilter {
  search?: string | null;
  states?: readonly ReportState[] | null;
  categoryId?: string | null;
  regionCode?: string | null;
  organisationId?: string | null;
}

/** Published reports, newest first, one more than asked for. Each filter has its own named statement, so that each keeps its index. */
export function listPublicReports(
  database: Database,
  filter: PublicReportFilter,
  after: After | null,
  limit: number,
): Promise<ReportRow[]> {
  const values: unknown[] = [limit];
  const conditions = ['r.is_published'];
  const names: string[] = [];
  const add = (name: string, condition: (parameter: string) => string, value: unknown) => {
    values.push(value);
    names.push(name);
    conditions.push(condition(`$${values.length}`));
  };
  if (after) {
    values.push(after.at, after.id);
    names.push('after');
    conditions.push(`(r.published_at, r.id) < ($${values.length - 1}, $${values.length}::uuid)`);
  }
  if (filter.states?.length) add('states', (parameter) => `r.state = any(${parameter})`, filter.states);
  if (filter.categoryId) {
    add(
      'category',
      (
        parameter,
      ) => `r.category_id in (with recursive below as (select id from category where id = ${parameter}
      union all select c.id from category c join below on c.parent_id = below.id) select id from below)`,
      filter.categoryId,
    );
  }
  if (filter.regionCode)
    add(
      'region',
      (parameter) => `(r.region_code = ${parameter} or r.region_code like ${parameter} || '.%')`,
      filter.regionCode,
    );
  if (filter.organisationId)
    add('organisation', (parameter) => `r.lead_path @> array[${parameter}]`, filter.organisationId);
  const number = filter.search?.replace(/[\s-]/g, '');
  if (number && /^\d{8}$/.test(number)) add('number', (parameter) => `r.number = ${parameter}`, number);
  else if (filter.search) {
    add(
      'search',
      (parameter) =>
        `(r.search @@ websearch_to_tsquery('indonesian', ${parameter}) or lower(${parameter}) <% lower(r.title))`,
      filter.search,
    );
  }
  return database.query<ReportRow>(
    `public-reports:${names.join('+')}`,
    `select ${REPORT_COLUMNS} from report r where ${conditions.join(' and ')} order by r.published_at desc, r.id desc limit $1`,
    values,
  );
}

/** An account's own reports, newest first. */
export const listReportsOfAccount = (
  database: Database,
  lookup: Buffer,
  after: After | null,
  limit: number,
) =>
  database.query<ReportRow>(
    after ? 'reports-of-account-after' : 'reports-of-account',
    `select ${REPORT_COLUMNS} from report r where r.account_lookup = $1 ${after ? 'and (r.submitted_at, r.id) < ($3, $4::uuid)' : ''}
     order by r.submitted_at desc, r.id desc limit $2`,
    after ? [lookup, limit, after.at, after.id] : [lookup, limit],
  );

/** What waits at a desk, oldest first. `null`: the national desk. */
export const listDesk = (database: Database, after: After | null, limit: number) =>
  database.query<ReportRow>(
    after ? 'national-desk-after' : 'national-desk',
    `select ${REPORT_COLUMNS} from report r where r.state = 'SUBMITTED' and r.desk_organisation_id is null
     ${after ? 'and (r.submitted_at, r.id) > ($2, $3::uuid)' : ''} order by r.submitted_at, r.id limit $1`,
    after ? [limit, after.at, after.id] : [limit],
  );

export const countDesk = async (database: Database): Promise<number> =>
  (
    await database.query<{ count: number }>(
      'national-desk-count',
      `select count(*) as count from report where state = 'SUBMITTED' and desk_organisation_id is null`,
    )
  )[0]!.count;

export interface InboxRow extends ReportRow {
  inbox_due: string;
}

/**
 * An organisation's inbox by what is due first; OVERDUE cuts across what waits for the agency; DONE stands newest first.
 * A search takes a report number or words of the title.
 */
export function listInbox(
  database: Database,
  {
    organisationId,
    bucket,
    search,
    now,
  }: { organisationId: string; bucket: InboxBucket | 'OVERDUE'; search: string | null; now: Date },
  after: After | null,
  limit: number,
): Promise<InboxRow[]> {
  const backwards = bucket === 'DONE';
  const values: unknown[] = [
    organisationId,
    bucket === 'OVERDUE' ? ['NEW', 'WAITING_FOR_US'] : [bucket],
    limit,
  ];
  const conditions = ['e.organisation_id = $1', 'e.bucket = any($2)'];
  if (bucket === 'OVERDUE') {
    values.push(now);
    conditions.push(`e.next_due_at <= $${values.length}`);
  }
  if (after) {
    values.push(after.at, after.id);
    conditions.push(
      `(e.next_due_at, e.report_id) ${backwards ? '<' : '>'} ($${values.length - 1}::timestamptz, $${values.length}::uuid)`,
    );
  }
  if (search) {
    values.push(search);
    const parameter = `$${values.length}`;
    conditions.push(
      `(r.number = replace(${parameter}, ' ', '') or r.search @@ websearch_to_tsquery('indonesian', ${parameter}) or lower(${parameter}) <% lower(r.title))`,
    );
  }
  const direction = backwards ? 'desc' : 'asc';
  return database.query<InboxRow>(
    `inbox:${bucket === 'OVERDUE' ? 'overdue' : direction}:${after ? 'after' : ''}:${search ? 'search' : ''}`,
    `select ${REPORT_COLUMNS}, e.next_due_at::text as inbox_due from inbox_entry e join report r on r.id = e.report_id
     where ${conditions.join(' and ')} order by e.next_due_at ${direction}, e.report_id ${direction} limit $3`,
    values,
  );
}

export interface InboxCounts {
  bucket: InboxBucket | 'OVERDUE';
  count: number;
}

/** How many reports stand in each list of an organisation. Ended ones are counted up to 1,000: nobody needs to know more. */
export const countInbox = (database: Database, organisationId: string, now: Date) =>
  database.query<InboxCounts>(
    'inbox-counters',
    `select bucket, count(*) as count from inbox_entry where organisation_id = $1 and bucket <> 'DONE' group by bucket
     union all select 'OVERDUE', count(*) from inbox_entry where organisation_id = $1 and bucket in ('NEW', 'WAITING_FOR_US') and next_due_at <= $2
     union all select 'DONE', count(*) from (select 1 from inbox_entry where organisation_id = $1 and bucket = 'DONE' limit 1000) d`,
    [organisationId, now],
  );

/** Open published reports of a category (or its siblings below the same parent) near a point, else in the region; nearest first. */
export const listSimilar = (
  database: Database,
  {
    categoryId,
    regionCode,
    point,
    exceptId,
  }: {
    categoryId: string;
    regionCode: string | null;
    point: { latitude: number; longitude: number } | null;
    exceptId: string | null;
  },
  limit: number,
) =>
  database.query<ReportRow>(
    point ? 'similar-near' : 'similar-in-region',
    `select ${REPORT_COLUMNS} from report r
     where r.is_published and r.state in ('SUBMITTED', 'POSTPONED', 'DISPOSED', 'IN_PROGRESS') and r.category_id = $1 and r.id is distinct from $2::uuid
       and ${
         point
           ? `r.location <@ circle(point($4, $5), 0.03)
     order by r.location <-> point($4, $5)`
           : `$4::text is not null and (r.region_code = $4 or r.region_code like $4 || '.%')
     order by r.published_at desc`
       } limit $3`,
    point
      ? [categoryId, exceptId, limit, point.longitude, point.latitude]
      : [categoryId, exceptId, limit, regionCode],
  );

export interface HistoryRow {
  id: string;
  report_id: string;
  sequence: number;
  kind: string;
  at: Date;
  actor_kind: string;
  officer_id: string | null;
  organisation_id: string | null;
  to_organisation_id: string | null;
  state_after: ReportState;
  reason_code: string | null;
  promised_on: string | null;
  text_audience: 'PUBLIC' | 'PARTIES' | 'OFFICERS';
  text: string | null;
}

const MOST_ENTRIES = 200;

/** The newest entries of each report's history, newest first. */
export const findHistories = (database: Database, reportIds: readonly string[]) =>
  database.query<HistoryRow>(
    'histories',
    `select h.* from unnest($1::uuid[]) as wanted (id) cross join lateral (
       select id, report_id, sequence, kind, at, actor_kind, officer_id, organisation_id, to_organisation_id, state_after, reason_code, promised_on, text_audience, text
       from history where report_id = wanted.id order by sequence desc limit ${MOST_ENTRIES}) h`,
    [reportIds],
  );

export interface RevealRow {
  report_id: string;
  organisation_id: string | null;
  reason: string;
  at: Date;
}

export const findReveals = (database: Database, reportIds: readonly string[]) =>
  database.query<RevealRow>(
    'reveals',
    'select report_id, organisation_id, reason, at from identity_reveal where report_id = any($1::uuid[]) order by at desc',
    [reportIds],
  );

/** Which of the reports a supporter supports. `supporters` are the hashes in the order of the ids. */
export const findSupported = (
  database: Database,
  reportIds: readonly string[],
  supporters: readonly Buffer[],
) =>
  database.query<{ report_id: string }>(
    'supported',
    `select s.report_id from unnest($1::uuid[], $2::bytea[]) as w (report_id, hash) join support s on s.report_id = w.report_id and s.supporter_hash = w.hash`,
    [reportIds, supporters],
  );
