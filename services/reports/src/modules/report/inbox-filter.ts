import { isDutySql } from '@lapor/events';
import { localDateAt, startOfLocalDate, type LocalDate } from '@lapor/working-days';
import { stepConditions, type StepFilter } from './step-filter.ts';
import type { ReportKind, ReportState } from './vocabulary.ts';

/** Narrows what an officer's list holds; all given conditions hold. */
export interface ListFilter extends StepFilter {
  states?: readonly ReportState[] | null;
  kinds?: readonly ReportKind[] | null;
  categoryId?: string | null;
  regionCode?: string | null;
  dueWithinDays?: number | null;
  overdue?: boolean | null;
  coHandled?: boolean | null;
  leadWithinId?: string | null;
  leadItself?: boolean | null;
  confidential?: boolean | null;
  ageFromDays?: number | null;
  ageUntilDays?: number | null;
  receivedFrom?: LocalDate | null;
  receivedUntil?: LocalDate | null;
  rated?: boolean | null;
}

/** What the list is about, and what the words that are looked for were made into. */
export interface ListContext {
  /** The whole list as it is without words and from its beginning: `from … where …`. */
  list: string;
  /** The column by which the list knows what is due. */
  due: string;
  /** Whose list it is; `null`: the national desk's. */
  organisationId: string | null;
  now: Date;
  search: string | null;
  /** Text of a `tsquery` for `search`. */
  query: string | null;
}

const DAY = 86_400_000;
const LONGEST = 366;
const OLDEST = 36_600;
/** Where the days of figures begin, so that a list holds what a figure counts. */
const ZONE = 'Asia/Jakarta';

const dayAfter = (day: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
/** The beginning of the day that lies so many days before today. */
const daysAgo = (now: Date, days: number): Date =>
  startOfLocalDate(dayAfter(localDateAt(now, ZONE), -Math.min(Math.max(days, -1), OLDEST)), ZONE);
/** The end of the day that lies so many days ahead; 0: of today, at which what is due today is due. */
const endOfDayIn = (now: Date, days: number): Date =>
  startOfLocalDate(dayAfter(localDateAt(now, ZONE), Math.min(Math.max(days, 0), LONGEST) + 1), ZONE);

/**
 * Conditions on `report r` within a list that is found by an index of its own. `search` takes a number, words of title or text, and words
 * of the place; only where the list has none of them, a title that is nearly so: to compare all titles costs more than all else.
 */
export function listConditions(
  filter: ListFilter | null,
  { list, due, organisationId, now, search, query }: ListContext,
  parameter: (value: unknown) => string,
): string[] {
  const conditions: string[] = [];
  // Deadlines and ages are of what is open; of what has ended an inbox keeps the day of its end instead of what is due.
  const open = organisationId === null ? '' : `e.bucket <> 'DONE' and `;
  if (filter?.states?.length) conditions.push(`r.state = any(${parameter(filter.states)})`);
  if (filter?.kinds?.length) conditions.push(`r.kind = any(${parameter(filter.kinds)})`);
  if (filter?.categoryId)
    conditions.push(
      `r.category_id in (with recursive below as (select id from category where id = ${parameter(filter.categoryId)}
         union all select c.id from category c join below on c.parent_id = below.id) select id from below)`,
    );
  if (filter?.regionCode) {
    const code = parameter(filter.regionCode);
    conditions.push(`(r.region_code = ${code} or starts_with(r.region_code, ${code} || '.'))`);
  }
  if (typeof filter?.dueWithinDays === 'number') {
    conditions.push(`${open}${due} <= ${parameter(endOfDayIn(now, filter.dueWithinDays))}::timestamptz`);
  }
  if (typeof filter?.overdue === 'boolean')
    conditions.push(
      `${open}${filter.overdue ? '' : 'not '}(${isDutySql('r.next_due_clock')} and coalesce(${due} <= ${parameter(now)}::timestamptz, false))`,
    );
  if (typeof filter?.confidential === 'boolean')
    conditions.push(`r.is_confidential = ${parameter(filter.confidential)}`);
  if (typeof filter?.coHandled === 'boolean' && organisationId !== null)
    conditions.push(
      `${filter.coHandled ? '' : 'not '}exists (select 1 from assignment co where co.report_id = r.id and co.ended_at is null
         and co.role = 'CO_HANDLER' and co.path @> array[${parameter(organisationId)}])`,
    );
  if (filter?.leadWithinId)
    conditions.push(
      `exists (select 1 from assignment led where led.report_id = r.id and led.ended_at is null
         and led.role = 'LEAD' and led.path @> array[${parameter(filter.leadWithinId)}]${
           filter.leadItself ? ` and led.organisation_id = ${parameter(filter.leadWithinId)}` : ''
         })`,
    );
  if (typeof filter?.ageFromDays === 'number')
    conditions.push(
      `${open}r.submitted_at < ${parameter(daysAgo(now, filter.ageFromDays - 1))}::timestamptz`,
    );
  if (typeof filter?.ageUntilDays === 'number')
    conditions.push(`${open}r.submitted_at >= ${parameter(daysAgo(now, filter.ageUntilDays))}::timestamptz`);
  if (filter?.receivedFrom)
    conditions.push(
      `r.submitted_at >= ${parameter(startOfLocalDate(filter.receivedFrom, ZONE))}::timestamptz`,
    );
  if (filter?.receivedUntil)
    conditions.push(
      `r.submitted_at < ${parameter(startOfLocalDate(dayAfter(filter.receivedUntil, 1), ZONE))}::timestamptz`,
    );
  if (filter) conditions.push(...stepConditions(filter, parameter));
  if (typeof filter?.rated === 'boolean') conditions.push(`r.rating is ${filter.rated ? 'not ' : ''}null`);
  if (!search) return conditions;
  const number = `r.number = ${parameter(search.replace(/[\s-]/g, ''))}`;
  const words = query && `${parameter(query)}::tsquery`;
  const exactly = words
    ? `(r.search @@ ${words} or to_tsvector('indonesian', coalesce(r.place_text, '')) @@ ${words} or ${number})`
    : number;
  const nearly = `lower(${parameter(search)}) <% lower(r.title)`;
  const nothing = `not exists (select ${[list, ...conditions, exactly].join(' and ')})`;
  return [...conditions, `(${exactly} or (${nothing} and ${nearly}))`];
}

/** Whether a list is asked for as it is. */
export const isNarrowed = (filter: ListFilter | null, search: string | null): boolean =>
  search !== null ||
  Object.values(filter ?? {}).some((value) => value !== null && value !== undefined && value !== '');
