import type { Database } from '@lapor/database';
import { REPORT_COLUMNS, type ReportRow } from '../report/index.ts';
import { listByRelevance } from './list-by-relevance.ts';
import { newestMatches } from './newest-matches.ts';
import { isUnfiltered, parameters, planned, publicConditions, type ResolvedFilter } from './public-filter.ts';

export const SORTS = ['NEWEST', 'MOST_SUPPORTED', 'DUE', 'RELEVANCE'] as const;
export type ReportSort = (typeof SORTS)[number];

/** A row with the values by which its list is sorted, in the order of `Sorted`. */
export interface ListedRow extends ReportRow {
  sort_number: number | null;
  sort_at: string | null;
}

/** Where a page begins. */
export interface Position {
  number: number | null;
  at: string | null;
  id: string;
}

/**
 * Published reports that match, in the order asked for, each with an index of its own; one statement. The whole list is prepared
 * once, a narrowed one planned for its values.
 */
export function listPublicReports(
  database: Database,
  filter: ResolvedFilter,
  sort: ReportSort,
  after: Position | null,
  limit: number,
): Promise<ListedRow[]> {
  const { values, parameter } = parameters();
  const conditions = publicConditions(filter, parameter);
  const order = sort === 'RELEVANCE' && !filter.query ? 'NEWEST' : sort;
  if (order === 'RELEVANCE') return listByRelevance(database, filter, after, limit);
  if (after && !fits(order, after)) after = null;
  const { columns, position, orderBy } = ORDERS[order];
  if (order === 'NEWEST' && !isUnfiltered(filter)) {
    const from = after ? position(after, parameter) : 'true';
    return planned<ListedRow>(
      database,
      `with ${newestMatches(conditions, from, limit, parameter)}
       select ${REPORT_COLUMNS}, ${columns} from matches m join report r on r.id = m.id order by ${orderBy}`,
      values,
    );
  }
  if (after) conditions.push(position(after, parameter));
  const text = `select ${REPORT_COLUMNS}, ${columns} from report r where ${conditions.join(' and ')} order by ${orderBy} limit ${parameter(limit)}`;
  return isUnfiltered(filter)
    ? database.query<ListedRow>(`public-reports:${order}${after ? ':after' : ''}`, text, values)
    : planned<ListedRow>(database, text, values);
}

interface Order {
  columns: string;
  orderBy: string;
  position: (after: Position, parameter: (value: unknown) => string) => string;
}

const DUE = `coalesce(r.next_due_at, 'infinity'::timestamptz)`;

const ORDERS: Record<Exclude<ReportSort, 'RELEVANCE'>, Order> = {
  NEWEST: {
    columns: 'null::int as sort_number, r.published_at::text as sort_at',
    orderBy: 'r.published_at desc, r.id desc',
    position: (after, parameter) =>
      `(r.published_at, r.id) < (${parameter(after.at)}::timestamptz, ${parameter(after.id)}::uuid)`,
  },
  MOST_SUPPORTED: {
    columns: 'r.support_count as sort_number, r.published_at::text as sort_at',
    orderBy: 'r.support_count desc, r.published_at desc, r.id desc',
    position: (after, parameter) =>
      `(r.support_count, r.published_at, r.id) < (${parameter(after.number)}::int, ${parameter(after.at)}::timestamptz, ${parameter(after.id)}::uuid)`,
  },
  DUE: {
    columns: `null::int as sort_number, ${DUE}::text as sort_at`,
    orderBy: `${DUE}, r.id`,
    position: (after, parameter) =>
      `(${DUE}, r.id) > (${parameter(after.at)}::timestamptz, ${parameter(after.id)}::uuid)`,
  },
};

/** A cursor of another order begins anew. */
const fits = (order: Exclude<ReportSort, 'RELEVANCE'>, { number, at }: Position): boolean =>
  at !== null && (order === 'MOST_SUPPORTED' ? number !== null && number >= 0 : number === null);
