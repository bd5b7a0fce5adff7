import type { Database } from '@lapor/database';
import type { RouteBasis, RouteLevel, UsualLevel } from './vocabulary.ts';

export type RouteRuleRow = {
  level: RouteLevel;
  basis: RouteBasis;
  unitKey: string | null;
  version: number;
  decidedByGovernment: boolean;
  organisationId: string;
};

/**
 * Who is usually competent for a category at a place, one per level, national bodies first. The government of a place is the one its regency,
 * city or province belongs to: the cities of Jakarta are areas of the province, and the province's units serve them. Of several units
 * with the key the one of that very place counts, then the one nearest to the government. One statement.
 */
export async function findRouteRules(
  database: Database,
  categoryId: string,
  regionCode: string | null,
): Promise<RouteRuleRow[]> {
  const province = /^\d\d/.exec(regionCode ?? '')?.[0] ?? null;
  const regency = /^\d\d\.\d\d/.exec(regionCode ?? '')?.[0] ?? null;
  const rows = await database.query<RouteRuleRow>(
    'route-rules',
    `with route as (
       select usual_level, national_organisation_id, unit_key, version from category_route
       where category_id = $1 and government_id is null and superseded_at is null
     ), asked as (
       select 'NATIONAL' as level, o.id as place_id, o.government_id, r.*
       from route r join organisation o on o.id = r.national_organisation_id
       where r.usual_level in ('NATIONAL', 'MIXED') and o.status = 'ACTIVE'
       union all
       select l.level, o.id, o.government_id, r.*
       from route r
       join (values ('PROVINCE', $2), ('REGENCY', $3)) as l (level, code) on r.usual_level in (l.level, 'MIXED')
       join organisation o on o.region_code = l.code and o.kind in ('PROVINCE', 'REGENCY', 'CITY') and o.status = 'ACTIVE'
         and (o.kind = 'PROVINCE') = (l.level = 'PROVINCE')
     ), found as (
       select a.level, a.unit_key, a.version, a.government_id, a.place_id, own.version as own_version, chosen.id as chosen_id, unit.id as unit_id
       from asked a
       left join category_route own on own.category_id = $1 and own.government_id = a.government_id and own.superseded_at is null
       left join organisation chosen on chosen.id = own.unit_id and chosen.status = 'ACTIVE' and chosen.government_id = a.government_id
       left join lateral (
         select u.id from organisation u
         where a.level <> 'NATIONAL' and u.government_id = a.government_id and u.status = 'ACTIVE' and u.id <> u.government_id
           and a.unit_key = any(u.unit_keys)
         order by u.region_code = $4 desc nulls last, u.path @> array[a.place_id] desc, cardinality(u.path), u.is_template, u.name, u.id
         limit 1
       ) unit on chosen.id is null
     )
     select f.level, f.unit_key as "unitKey", coalesce(case when f.chosen_id is not null then f.own_version end, f.version) as version,
       f.chosen_id is not null as "decidedByGovernment",
       case when f.chosen_id is not null then 'GOVERNMENT_CHOICE' when f.level = 'NATIONAL' then 'NATIONAL_BODY'
         when f.unit_id is not null then 'UNIT_WITH_KEY' else 'GOVERNMENT_WITHOUT_UNIT' end as basis,
       coalesce(f.chosen_id, f.unit_id, case when f.level = 'NATIONAL' then f.place_id else f.government_id end) as "organisationId"
     from found f
     where f.level = 'NATIONAL' or f.chosen_id is not null or f.unit_key is not null
     order by array_position(array['NATIONAL', 'PROVINCE', 'REGENCY'], f.level)`,
    [categoryId, province, regency, regionCode],
  );
  // In Jakarta province and city lead to the same unit.
  return rows.filter(
    ({ organisationId }, index) => rows.findIndex((row) => row.organisationId === organisationId) === index,
  );
}

export type CategoryRouteRow = {
  id: number;
  category_id: string;
  government_id: string | null;
  version: number;
  usual_level: UsualLevel;
  national_organisation_id: string | null;
  unit_key: string | null;
  unit_id: string | null;
  effective_from: Date;
  actor_id: string | null;
  reason: string | null;
};

// An own choice stands on the national row: level and key are those of the whole country.
const columns = `r.id, r.category_id, r.government_id, r.version, n.usual_level, n.national_organisation_id, n.unit_key, r.unit_id,
  r.effective_from, r.actor_id, r.reason`;

/** The map by category: for a government its own choices, else the national rows. One statement. */
export function listRoutes(
  database: Database,
  {
    governmentId,
    categoryIds,
    after,
    limit,
  }: {
    governmentId: string | null;
    categoryIds: readonly string[] | null;
    after: string | null;
    limit: number;
  },
): Promise<CategoryRouteRow[]> {
  return database.query(
    'category-routes',
    `select ${columns}
     from category_route n
     left join category_route g on g.category_id = n.category_id and g.government_id = $1 and g.superseded_at is null and g.unit_id is not null
     join category_route r on r.id = coalesce(g.id, n.id)
     where n.government_id is null and n.superseded_at is null
       and ($2::text[] is null or n.category_id = any($2)) and ($3::text is null or n.category_id > $3)
     order by n.category_id limit $4`,
    [governmentId, categoryIds, after, limit],
  );
}

/** The same for some categories, with the unit of the government that usually gets them: its own choice, else the first that serves the key. */
export const findRoutesOf = (
  database: Database,
  { governmentId, categoryIds }: { governmentId: string | null; categoryIds: readonly string[] },
): Promise<(CategoryRouteRow & { usual_unit_id: string | null })[]> =>
  database.query(
    'routes-of-categories',
    `select ${columns}, case when n.usual_level = 'NATIONAL' then null else coalesce(chosen.id, unit.id) end as usual_unit_id
     from category_route n
     left join category_route g on g.category_id = n.category_id and g.government_id = $1 and g.superseded_at is null and g.unit_id is not null
     join category_route r on r.id = coalesce(g.id, n.id)
     left join organisation chosen on chosen.id = g.unit_id and chosen.status = 'ACTIVE' and chosen.government_id = $1
     left join lateral (
       select u.id from organisation u
       where u.government_id = $1 and u.status = 'ACTIVE' and u.id <> u.government_id and n.unit_key = any(u.unit_keys)
       order by cardinality(u.path), u.is_template, u.name, u.id limit 1
     ) unit on chosen.id is null
     where n.government_id is null and n.superseded_at is null and n.category_id = any($2)`,
    [governmentId, categoryIds],
  );

export async function findRoute(database: Database, id: string): Promise<CategoryRouteRow | null> {
  const [row] = await database.query<CategoryRouteRow>(
    'category-route',
    `select ${columns} from category_route r
     join category_route n on n.category_id = r.category_id and n.government_id is null
       and (n.id = r.id or (r.government_id is not null and n.superseded_at is null))
     where r.id = $1::bigint`,
    [id],
  );
  return row ?? null;
}

export function listUnitKeys(database: Database): Promise<{ key: string; name: string }[]> {
  return database.query('unit-keys', 'select key, name from unit_key order by name, key');
}
