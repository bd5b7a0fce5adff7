import type { Database } from '@lapor/database';
import {
  kindCondition,
  parameters,
  planned,
  publicConditions,
  stateCondition,
  type ResolvedFilter,
} from './public-filter.ts';

export interface FacetRow {
  facet: 'STATE' | 'KIND' | 'CATEGORY' | 'REGION' | 'WHOLE';
  value: string | null;
  count: number;
}

/** Beyond this a count says "at least". */
export const MOST_COUNTED = 1_000;
/** Matches that are looked at, newest first: what facets cost does not grow with the reports. */
export const MOST_LOOKED_AT = 5_000;

/**
 * How many of the newest matches have each state, kind, category (of the first level, or right below the one asked for) and region
 * (provinces, or right below the one asked for). States and kinds leave their own condition out, so that the other choices keep their
 * counts. One statement.
 */
export function listFacets(database: Database, filter: ResolvedFilter): Promise<FacetRow[]> {
  const { values, parameter } = parameters();
  const conditions = publicConditions(filter, parameter, { states: true, kinds: true });
  const inState = stateCondition(filter, parameter);
  const ofKind = kindCondition(filter, parameter);
  const region = parameter(filter.regionCode);
  const category = parameter(filter.categoryId);
  return planned<FacetRow>(
    database,
    `with recursive found as materialized (
       select r.state, r.kind, r.category_id, r.region_code, ${inState} as in_state, ${ofKind} as of_kind
       from report r where ${conditions.join(' and ')} order by r.published_at desc, r.id desc limit ${MOST_LOOKED_AT + 1}
     ), by_category as (
       select category_id, count(*)::int as count from found where in_state and of_kind group by category_id
     ), up as (
       select c.id, c.id as ancestor_id, c.parent_id from category c
       union all select up.id, c.id, c.parent_id from up join category c on c.id = up.parent_id
     ), beneath as (
       select id, ancestor_id from up where parent_id is not distinct from ${category}::text
     )
     select 'STATE' as facet, state as value, count(*)::int as count from found where of_kind group by state
     union all select 'KIND', kind, count(*)::int from found where in_state group by kind
     union all select 'CATEGORY', b.ancestor_id, sum(f.count)::int from by_category f join beneath b on b.id = f.category_id group by b.ancestor_id
     union all select 'REGION', code, count(*)::int from (
       select left(region_code, case length(${region}::text) when 2 then 5 when 5 then 8 else 2 end) as code, region_code from found
       where in_state and of_kind and region_code is not null and length(region_code) > coalesce(length(${region}::text), 0)) below
       where length(${region}::text) is distinct from 8 group by code
     union all select 'WHOLE', null, count(*)::int from found`,
    values,
  );
}
