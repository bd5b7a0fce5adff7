import type { Database } from '@lapor/database';
import { isDutySql } from '@lapor/events';
import type { InboxBucket } from './inbox-entries.ts';
import { isNarrowed, listConditions, type ListFilter } from './inbox-filter.ts';
import { REPORT_COLUMNS, type ReportRow } from './read-model.ts';
import type { InboxList, ReportState } from './vocabulary.ts';

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

/** An account's own reports, newest first; with `waiting` only those whose reporter is to move next. */
export const listReportsOfAccount = (
  database: Database,
  lookup: Buffer,
  after: After | null,
  limit: number,
  waiting = false,
) =>
  database.query<ReportRow>(
    `reports-of-account${waiting ? '-waiting' : ''}${after ? '-after' : ''}`,
    `select ${REPORT_COLUMNS} from report r where r.account_lookup = $1 ${waiting ? `and r.waits_for = 'CITIZEN'` : ''}
       ${after ? 'and (r.submitted_at, r.id) < ($3, $4::uuid)' : ''}
     order by r.submitted_at desc, r.id desc limit $2`,
    after ? [lookup, limit, after.at, after.id] : [lookup, limit],
  );

/** What is looked for in an officer's list. */
export interface Narrowing {
  search: string | null;
  /** Text of a `tsquery` for `search`. */
  query: string | null;
  filter: ListFilter | null;
}

/** What waits at the national desk, oldest first; without what others than `freeFor` work on, if that is given. Narrowed it is planned for its values, else prepared once. */
export function listDesk(
  database: Database,
  narrowing: Narrowing,
  now: Date,
  freeFor: string | null,
  after: After | null,
  limit: number,
): Promise<ReportRow[]> {
  const values: unknown[] = [limit];
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const conditions = ["r.state = 'SUBMITTED'", 'r.desk_organisation_id is null'];
  const list = `from report r where ${conditions.join(' and ')}`;
  if (after)
    conditions.push(
      `(r.submitted_at, r.id) > (${parameter(after.at)}::timestamptz, ${parameter(after.id)}::uuid)`,
    );
  if (freeFor !== null)
    conditions.push(
      `not exists (select from lease l where l.report_id = r.id and l.until > ${parameter(now)} and l.officer_id <> ${parameter(freeFor)})`,
    );
  const context = { ...narrowing, list, due: 'r.next_due_at', organisationId: null, now };
  conditions.push(...listConditions(narrowing.filter, context, parameter));
  return database.query<ReportRow>(
    isNarrowed(narrowing.filter, narrowing.search)
      ? ''
      : `national-desk${after ? '-after' : ''}${freeFor === null ? '' : '-free'}`,
    `select ${REPORT_COLUMNS} from report r where ${conditions.join(' and ')} order by r.submitted_at, r.id limit $1`,
    values,
  );
}

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

const OPEN: readonly InboxBucket[] = ['NEW', 'WAITING_FOR_US', 'WAITING_FOR_CITIZEN'];

const bucketsOf = (list: InboxList): readonly InboxBucket[] => {
  if (list === 'OVERDUE') return ['NEW', 'WAITING_FOR_US'];
  if (list === 'OPEN') return OPEN;
  return list === 'ALL' ? [...OPEN, 'DONE'] : [list];
};

/**
 * An organisation's inbox by what is due first; DONE stands newest first, ALL what is due last before it.
 * Narrowed it is planned for its values, else prepared once.
 */
export function listInbox(
  database: Database,
  {
    organisationId,
    bucket,
    now,
    ...narrowing
  }: { organisationId: string; bucket: InboxList; now: Date } & Narrowing,
  after: After | null,
  limit: number,
): Promise<InboxRow[]> {
  const backwards = bucket === 'DONE' || bucket === 'ALL';
  const values: unknown[] = [organisationId, bucketsOf(bucket), limit];
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const conditions = ['e.organisation_id = $1'];
  if (bucket === 'OVERDUE')
    conditions.push(`e.next_due_at <= ${parameter(now)}`, isDutySql('r.next_due_clock'));
  const list = `from inbox_entry e join report r on r.id = e.report_id where ${['e.bucket = any($2)', ...conditions].join(' and ')}`;
  if (after)
    conditions.push(
      `(e.next_due_at, e.report_id) ${backwards ? '<' : '>'} (${parameter(after.at)}::timestamptz, ${parameter(after.id)}::uuid)`,
    );
  const context = { ...narrowing, list, due: 'e.next_due_at', organisationId, now };
  conditions.push(...listConditions(narrowing.filter, context, parameter));
  const direction = backwards ? 'desc' : 'asc';
  // A page of each list, read in the order of the index; with `any` all of the lists would be sorted.
  return database.query<InboxRow>(
    isNarrowed(narrowing.filter, narrowing.search)
      ? ''
      : `inbox:${bucket === 'OVERDUE' ? 'overdue' : direction}:${after ? 'after' : ''}`,
    `select listed.* from unnest($2::text[]) as b (bucket) cross join lateral (
       select ${REPORT_COLUMNS}, e.next_due_at::text as inbox_due, e.next_due_at as due_at from inbox_entry e join report r on r.id = e.report_id
       where e.bucket = b.bucket and ${conditions.join(' and ')} order by e.next_due_at ${direction}, e.report_id ${direction} limit $3) listed
     order by listed.due_at ${direction}, listed.id ${direction} limit $3`,
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
     union all select 'OVERDUE', count(*) from inbox_entry e join report r on r.id = e.report_id
       where e.organisation_id = $1 and e.bucket in ('NEW', 'WAITING_FOR_US') and e.next_due_at <= $2 and ${isDutySql('r.next_due_clock')}
     union all select 'DONE', count(*) from (select 1 from inbox_entry where organisation_id = $1 and bucket = 'DONE' limit 1000) d`,
    [organisationId, now],
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
  no_proof_reason: string | null;
}

const MOST_ENTRIES = 200;

/** The newest entries of each report's history, newest first. */
export const findHistories = (database: Database, reportIds: readonly string[]) =>
  database.query<HistoryRow>(
    'histories',
    `select h.* from unnest($1::uuid[]) as wanted (id) cross join lateral (
       select id, report_id, sequence, kind, at, actor_kind, officer_id, organisation_id, to_organisation_id, state_after, reason_code, promised_on, text_audience, text, no_proof_reason
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
