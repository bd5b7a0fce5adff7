import { isDutySql } from '@lapor/events';
import type { Database } from '@lapor/database';
import {
  plain,
  REPORT_COLUMNS,
  stepConditions,
  type After,
  type ArchiveCode,
  type ReportChannel,
  type ReportClass,
  type ReportKind,
  type ReportRow,
  type ReportState,
  type StepFilter,
} from '../report/index.ts';
import type { CountedReach } from './reach.ts';

export const COUNTED_EVENTS = ['OBSTACLE', 'DISPUTED', 'REOPENED'] as const;
export type CountedEvent = (typeof COUNTED_EVENTS)[number];

/** What a report may be without, by its column. */
const WITHOUT = { CLASS: 'r.class', CATEGORY: 'r.category_id', REGION: 'r.region_code' } as const;
export type CountedPart = keyof typeof WITHOUT;
export const COUNTED_PARTS = Object.keys(WITHOUT) as CountedPart[];

/** What a figure was made of; all conditions hold. */
export interface CountedFilter extends StepFilter {
  /** First day of submission, at Jakarta. */
  from?: string | null;
  /** Last day of submission. */
  until?: string | null;
  states?: readonly ReportState[] | null;
  kind?: ReportKind | null;
  class?: ReportClass | null;
  channel?: ReportChannel | null;
  categoryId?: string | null;
  regionCode?: string | null;
  organisationId?: string | null;
  archiveCode?: ArchiveCode | null;
  overdue?: boolean | null;
  /** Overdue for so many times 24 hours: figures count the same way. */
  overdueAtLeastDays?: number | null;
  overdueLessThanDays?: number | null;
  without?: readonly CountedPart[] | null;
  /** First day, at Jakarta, since which it is completed. */
  completedFrom?: string | null;
  completedUntil?: string | null;
  ratings?: readonly number[] | null;
  happened?: CountedEvent | null;
  returnedById?: string | null;
  returnedFrom?: string | null;
  returnedUntil?: string | null;
}

const LONGEST = 200;
const REGION = /^\d\d(\.\d\d(\.\d\d)?)?$/;
const JAKARTA = 7 * 3_600_000;
const DAY = 86_400_000;
const MOST_DAYS = 36_500;
const beginOf = (day: string): Date => new Date(Date.parse(day) - JAKARTA);
const endOf = (day: string): Date => new Date(Date.parse(day) + DAY - JAKARTA);

const HAPPENED: Record<CountedEvent, string> = {
  OBSTACLE: `h.kind = 'OBSTACLE'`,
  DISPUTED: `h.kind = 'DISPUTED'`,
  REOPENED: `h.state_before in ('COMPLETED', 'ARCHIVED') and h.state_after not in ('COMPLETED', 'ARCHIVED')`,
};

/**
 * Reports behind a figure that the viewer may read, filed last first; planned for its values, because a period may hold ten reports or
 * half a million. One statement.
 */
export function listCounted(
  database: Database,
  filter: CountedFilter,
  reach: CountedReach,
  now: Date,
  after: After | null,
  limit: number,
): Promise<ReportRow[]> {
  const id = (value: string | null | undefined) => plain(value?.slice(0, LONGEST) ?? '') || null;
  const region = id(filter.regionCode);
  if (region && !REGION.test(region)) return Promise.resolve([]);
  const values: unknown[] = [];
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const conditions = [reachCondition(reach, parameter)];
  const add = (given: unknown, condition: () => string) => {
    if (given !== null && given !== undefined) conditions.push(condition());
  };
  add(filter.from, () => `r.submitted_at >= ${parameter(beginOf(filter.from!))}`);
  add(filter.until, () => `r.submitted_at < ${parameter(endOf(filter.until!))}`);
  add(filter.states?.length ? true : null, () => `r.state = any(${parameter(filter.states)})`);
  add(filter.kind, () => `r.kind = ${parameter(filter.kind)}`);
  add(filter.class, () => `r.class = ${parameter(filter.class)}`);
  add(filter.channel, () => `r.channel = ${parameter(filter.channel)}`);
  add(
    id(filter.categoryId),
    () => `r.category_id in (with recursive below as (select id from category where id = ${parameter(id(filter.categoryId))}
       union all select c.id from category c join below on c.parent_id = below.id) select id from below)`,
  );
  add(
    region,
    () => `(r.region_code = ${parameter(region)} or r.region_code like ${parameter(`${region}.%`)})`,
  );
  add(id(filter.organisationId), () => `r.lead_path @> array[${parameter(id(filter.organisationId))}]`);
  add(filter.archiveCode, () => `r.state = 'ARCHIVED' and r.archive_code = ${parameter(filter.archiveCode)}`);
  conditions.push(...overdueConditions(filter, now, parameter));
  for (const part of new Set(filter.without)) conditions.push(`${WITHOUT[part]} is null`);
  if (filter.completedFrom || filter.completedUntil)
    conditions.push(...completedConditions(filter, parameter));
  conditions.push(...stepConditions({ ...filter, stepOfId: id(filter.stepOfId) }, parameter));
  add(filter.ratings?.length ? true : null, () => `r.rating = any(${parameter(filter.ratings)})`);
  add(
    filter.happened,
    () =>
      `exists (select 1 from history h where h.report_id = r.id and ${HAPPENED[filter.happened as CountedEvent]})`,
  );
  if (filter.returnedById || filter.returnedFrom || filter.returnedUntil)
    conditions.push(...returnedConditions(filter, id(filter.returnedById), parameter));
  if (after)
    conditions.push(
      `(r.submitted_at, r.id) < (${parameter(after.at)}::timestamptz, ${parameter(after.id)}::uuid)`,
    );
  return database.query<ReportRow>(
    '',
    `select ${REPORT_COLUMNS} from report r where ${conditions.join(' and ')}
     order by r.submitted_at desc, r.id desc limit ${parameter(limit)}`,
    values,
  );
}

function reachCondition(
  { confidential, all, provinces, published }: CountedReach,
  parameter: (value: unknown) => string,
): string {
  if (confidential) return 'true';
  if (all) return 'not r.is_confidential';
  const ways = [
    ...(provinces.length > 0 ? [`left(r.region_code, 2) = any(${parameter(provinces)})`] : []),
    ...(published ? ['r.is_published'] : []),
  ];
  return `not r.is_confidential and (${ways.join(' or ')})`;
}

/** Given back by an organisation (or one below it), in some days. */
function returnedConditions(
  { returnedFrom, returnedUntil }: CountedFilter,
  by: string | null,
  parameter: (value: unknown) => string,
): string[] {
  const entry = ['h.report_id = r.id', `h.kind = 'RETURNED'`];
  if (returnedFrom) entry.push(`h.at >= ${parameter(beginOf(returnedFrom))}`);
  if (returnedUntil) entry.push(`h.at < ${parameter(endOf(returnedUntil))}`);
  if (by)
    entry.push(
      `exists (select 1 from organisation o where o.id = h.organisation_id and o.path @> array[${parameter(by)}])`,
    );
  // The index of those that were given back at least once.
  return ['r.return_count > 0', `exists (select 1 from history h where ${entry.join(' and ')})`];
}

/** Overdue now, for how long. Days beyond a century are none that anybody means. */
function overdueConditions(
  { overdue, overdueAtLeastDays, overdueLessThanDays }: CountedFilter,
  now: Date,
  parameter: (value: unknown) => string,
): string[] {
  const given = (days: number | null | undefined) => days !== null && days !== undefined;
  if (!overdue && !given(overdueAtLeastDays) && !given(overdueLessThanDays)) return [];
  const before = (days: number) => {
    const clamped = Math.min(Math.max(days, 0), MOST_DAYS);
    return `${parameter(new Date(now.getTime() - clamped * DAY))}::timestamptz`;
  };
  return [
    `r.state not in ('COMPLETED', 'ARCHIVED') and ${isDutySql('r.next_due_clock')} and r.next_due_at <= ${before(overdueAtLeastDays ?? 0)}`,
    ...(given(overdueLessThanDays) ? [`r.next_due_at > ${before(overdueLessThanDays!)}`] : []),
  ];
}

/** Completed, and since when: what came after the last time it was open. */
function completedConditions(
  { completedFrom, completedUntil }: CountedFilter,
  parameter: (value: unknown) => string,
): string[] {
  const since = `(select min(h.at) from history h where h.report_id = r.id and h.state_after = 'COMPLETED'
     and h.sequence > coalesce((select max(o.sequence) from history o where o.report_id = r.id and o.state_after <> 'COMPLETED'), 0))`;
  return [
    `r.state = 'COMPLETED'`,
    ...(completedFrom ? [`${since} >= ${parameter(beginOf(completedFrom))}`] : []),
    // Nothing is completed before it is filed: the index of submission is read no further than needed.
    ...(completedUntil
      ? [
          `r.submitted_at < ${parameter(endOf(completedUntil))}`,
          `${since} < ${parameter(endOf(completedUntil))}`,
        ]
      : []),
  ];
}
