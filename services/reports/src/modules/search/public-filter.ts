import type { Database } from '@lapor/database';
import { plain, type ReportKind, type ReportState } from '../report/index.ts';
import { expandQuery } from './expand-query.ts';
import { wordsOf } from './words.ts';

/** What somebody asked for; all conditions hold. */
export interface PublicReportFilter {
  search?: string | null;
  states?: readonly ReportState[] | null;
  kinds?: readonly ReportKind[] | null;
  categoryId?: string | null;
  regionCode?: string | null;
  organisationId?: string | null;
  placeText?: string | null;
  /** First day of publication, in Jakarta. */
  from?: string | null;
  /** Last day of publication. */
  until?: string | null;
  /** Their point lies in this part of the map. */
  bounds?: MapBounds | null;
}

/** A part of the map, in degrees of WGS 84. */
export interface MapBounds {
  south: number;
  west: number;
  north: number;
  east: number;
}

/** The same, ready for a statement: the category with all below it, words as a query, days as instants. */
export interface ResolvedFilter {
  number: string | null;
  /** Text of a `tsquery`. */
  query: string | null;
  placeQuery: string | null;
  states: readonly ReportState[] | null;
  kinds: readonly ReportKind[] | null;
  categoryIds: readonly string[] | null;
  categoryId: string | null;
  regionCode: string | null;
  organisationId: string | null;
  from: Date | null;
  until: Date | null;
  bounds: MapBounds | null;
}

const LONGEST = 200;
const REGION = /^\d\d(\.\d\d(\.\d\d)?)?$/;
const JAKARTA = 7 * 3_600_000;
const DAY = 86_400_000;

/** Makes a filter ready, one statement for each of a category and words; `null` when nothing can be found by it. */
export async function resolveFilter(
  database: Database,
  filter: PublicReportFilter | null | undefined,
): Promise<ResolvedFilter | null> {
  const text = (value: string | null | undefined) => plain(value?.slice(0, LONGEST) ?? '') || null;
  const [search, place, categoryId, regionCode, organisationId] = (
    ['search', 'placeText', 'categoryId', 'regionCode', 'organisationId'] as const
  ).map((name) => text(filter?.[name])) as (string | null)[];
  const digits = search?.replace(/[\s-]/g, '') ?? '';
  const number = /^\d{8}$/.test(digits) ? digits : null;
  if (regionCode && !REGION.test(regionCode)) return null;
  const bounds = filter?.bounds ?? null;
  if (bounds && (bounds.south > bounds.north || bounds.west > bounds.east)) return null;
  const placeWords = place ? wordsOf(place) : [];
  if (place && placeWords.length === 0) return null;
  const [query, categoryIds] = await Promise.all([
    search && !number ? expandQuery(database, search) : null,
    categoryId ? findCategoriesBelow(database, categoryId) : null,
  ]);
  if ((search && !number && query === null) || categoryIds?.length === 0) return null;
  return {
    number,
    query,
    placeQuery: place ? placeWords.join(' ') : null,
    states: filter?.states?.length ? filter.states : null,
    kinds: filter?.kinds?.length ? filter.kinds : null,
    categoryIds,
    categoryId: categoryId ?? null,
    regionCode: regionCode ?? null,
    organisationId: organisationId ?? null,
    from: filter?.from ? new Date(Date.parse(filter.from) - JAKARTA) : null,
    until: filter?.until ? new Date(Date.parse(filter.until) + DAY - JAKARTA) : null,
    bounds,
  };
}

/** Whether every published report is asked for. */
export const isUnfiltered = (filter: ResolvedFilter): boolean =>
  Object.values(filter).every((value) => value === null);

/** Collects the values of a statement; gives the parameter that stands for each. */
export type Parameter = (value: unknown) => string;

/**
 * The conditions of a filter on `report r`. Each one can use an index of its own (a partial one, hence `is_published`); several are
 * combined by the planner, which has to see the values: see `planned`.
 */
export function publicConditions(
  filter: ResolvedFilter,
  parameter: Parameter,
  except: { states?: boolean; kinds?: boolean } = {},
): string[] {
  const conditions = ['r.is_published'];
  if (filter.number) conditions.push(`r.number = ${parameter(filter.number)}`);
  if (filter.query) conditions.push(`r.search @@ ${parameter(filter.query)}::tsquery`);
  if (filter.placeQuery)
    conditions.push(
      `to_tsvector('indonesian', coalesce(r.place_text, '')) @@ plainto_tsquery('indonesian', ${parameter(filter.placeQuery)})`,
    );
  if (filter.states && !except.states) conditions.push(stateCondition(filter, parameter));
  if (filter.kinds && !except.kinds) conditions.push(kindCondition(filter, parameter));
  if (filter.categoryIds) conditions.push(`r.category_id = any(${parameter(filter.categoryIds)})`);
  if (filter.regionCode)
    conditions.push(
      `(r.region_code = ${parameter(filter.regionCode)} or r.region_code like ${parameter(`${filter.regionCode}.%`)})`,
    );
  if (filter.organisationId) conditions.push(`r.lead_path @> array[${parameter(filter.organisationId)}]`);
  if (filter.from) conditions.push(`r.published_at >= ${parameter(filter.from)}`);
  if (filter.until) conditions.push(`r.published_at < ${parameter(filter.until)}`);
  if (filter.bounds) {
    const corner = (longitude: number, latitude: number) =>
      `point(${parameter(longitude)}::float8, ${parameter(latitude)}::float8)`;
    const { south, west, north, east } = filter.bounds;
    conditions.push(`r.location <@ box(${corner(west, south)}, ${corner(east, north)})`);
  }
  return conditions;
}

export const stateCondition = (filter: ResolvedFilter, parameter: Parameter): string =>
  filter.states ? `r.state = any(${parameter(filter.states)})` : 'true';

export const kindCondition = (filter: ResolvedFilter, parameter: Parameter): string =>
  filter.kinds ? `r.kind = any(${parameter(filter.kinds)})` : 'true';

/**
 * A statement that is planned for its values each time: a filter may find ten reports or half a million, and a plan that fits one
 * would read the whole table for the other. Everything else is prepared once (ADR 0007).
 */
export const planned = <Row extends object>(
  database: Database,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> => database.query<Row>('', text, values);

/** A fresh list of values, and how one is added. */
export function parameters(): { values: unknown[]; parameter: Parameter } {
  const values: unknown[] = [];
  return { values, parameter: (value) => `$${values.push(value)}` };
}

const findCategoriesBelow = async (database: Database, categoryId: string): Promise<string[]> =>
  (
    await database.query<{ id: string }>(
      'categories-below',
      `with recursive below as (select id from category where id = $1
       union all select c.id from category c join below on c.parent_id = below.id) select id from below`,
      [categoryId],
    )
  ).map(({ id }) => id);
