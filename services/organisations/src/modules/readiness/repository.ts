import type { Database } from '@lapor/database';
import type { ReadinessScope } from '../authority/index.ts';
import type { DeclaredItemKind, ReadinessItemKind } from './vocabulary.ts';
import { hasOwnLiaison, isConnected, isUsed, itemConditions, metCount, takesReports } from './statements.ts';

/** How far the officer who came farthest has come: 0 nobody, 1 an officer without account, 2 invited, 3 an account without second factor. */
type Progress = 0 | 1 | 2 | 3;

export type ReadinessRow = {
  id: string;
  is_met: Record<ReadinessItemKind, boolean>;
  admin_progress: Progress;
  liaison_progress: Progress;
  /** In it; for a root also below it. */
  has_own_liaison: boolean;
};

/** Asked only where the item is not met. */
const progress = (role: string, reach: string, isMet: string) => `case when ${isMet} then 0 else coalesce((
  select max(case when f.account_state = 'ACTIVE' and f.has_second_factor then 0
    when f.account_state = 'ACTIVE' then 3
    when exists (select 1 from invitation i where i.officer_id = f.id and i.accepted_at is null and i.replaced_at is null) then 2
    else 1 end)
  from organisation r join post p on p.organisation_id = r.id join officer f on f.id = p.officer_id
  where r.government_id = o.government_id and r.status = 'ACTIVE' and ${reach} and p.role = '${role}'
    and p.starts_at <= $1 and (p.ends_at is null or p.ends_at > $1) and f.suspended_at is null
), 0) end`;

/** The checklist of each organisation. */
export function findReadiness(database: Database, ids: readonly string[], at: Date): Promise<ReadinessRow[]> {
  const conditions = itemConditions('$1');
  const items = Object.entries(conditions).map(([kind, condition]) => `'${kind}', ${condition}`);
  return database.query(
    'readiness-of-organisations',
    `select o.id, jsonb_build_object(${items.join(', ')}) as is_met,
       ${progress('AGENCY_ADMIN', '(r.path @> array[o.id] or r.id = any(o.path))', conditions.ACTIVE_ADMIN)} as admin_progress,
       ${progress('LIAISON_OFFICER', '(r.id = o.id or cardinality(o.path) = 1)', hasOwnLiaison)} as liaison_progress,
       ${hasOwnLiaison} as has_own_liaison
     from organisation o where o.id = any($2)`,
    [at, ids],
  );
}

export type UnitCountsRow = { id: string; total: number; complete: number };

/** Of each organisation the units below it that take reports, and how many of them have the whole checklist. */
export function countUnits(database: Database, ids: readonly string[], at: Date): Promise<UnitCountsRow[]> {
  const complete = Object.values(itemConditions('$1')).join(' and ');
  return database.query(
    'readiness-of-units',
    `select w.id, count(*)::int as total, (count(*) filter (where ${complete}))::int as complete
     from unnest($2::text[]) as w (id) join organisation o on o.path @> array[w.id] and o.id <> w.id
     where o.status = 'ACTIVE' and ${takesReports('o')}
     group by w.id`,
    [at, ids],
  );
}

export type DeclarationRow = {
  id: string;
  organisation_id: string;
  /** The organisation that was asked for. */
  for_id: string;
  kind: DeclaredItemKind;
  number: string | null;
  date: string | null;
  note: string | null;
  valid_until: string | null;
  is_expired: boolean;
  declared_at: Date;
  declared_by: string | null;
};

/** What holds for each organisation: its own declarations, and the decree of the nearest one above it that has one; one in force before one that has run out. */
export function findDeclarations(
  database: Database,
  organisationIds: readonly string[],
  at: Date,
): Promise<DeclarationRow[]> {
  return database.query(
    'readiness-declarations',
    `select distinct on (o.id, d.kind) d.id, d.organisation_id, o.id as for_id, d.kind, d.number, d.date, d.note, d.valid_until,
       coalesce(d.valid_until < ($1::timestamptz at time zone o.time_zone)::date, false) as is_expired, d.declared_at, d.declared_by
     from organisation o join readiness_declaration d
       on d.organisation_id = o.id or (d.kind = 'DECREE' and d.organisation_id = any(o.path))
     where o.id = any($2) and d.ended_at is null
     order by o.id, d.kind, is_expired, array_position(o.path, d.organisation_id) desc`,
    [at, organisationIds],
  );
}

export function findObstacles(
  database: Database,
  organisationIds: readonly string[],
): Promise<{ organisation_id: string; text: string }[]> {
  return database.query(
    'obstacles',
    'select organisation_id, text from obstacle where organisation_id = any($1) and ended_at is null',
    [organisationIds],
  );
}

export type VisitRow = {
  id: string;
  organisation_id: string;
  office_id: string;
  visited_on: string;
  topics: string;
  agreement: string | null;
  recorded_by: string;
  recorded_at: Date;
};

/** More were never needed on one page. */
const VISITS_AT_MOST = 50;

/** Newest first. */
export function findVisits(database: Database, organisationIds: readonly string[]): Promise<VisitRow[]> {
  return database.query(
    'guidance-visits',
    `select v.id, v.organisation_id, v.office_id, v.visited_on, v.topics, v.agreement, v.recorded_by, v.recorded_at
     from unnest($1::text[]) as w (id) cross join lateral (
       select * from guidance_visit g where g.organisation_id = w.id order by g.visited_on desc, g.id desc limit ${VISITS_AT_MOST}
     ) v order by v.visited_on desc, v.id desc`,
    [organisationIds],
  );
}

export type StandingRow = { id: string; is_connected: boolean; is_used: boolean; last_used_at: Date | null };

/** The two national indicators for each organisation. */
export function findStandings(database: Database, ids: readonly string[], at: Date): Promise<StandingRow[]> {
  return database.query(
    'standings',
    `select o.id, ${isConnected('$1')} as is_connected, ${isUsed('$1')} as is_used,
       (select l.at from last_used l where l.organisation_id = o.id) as last_used_at
     from organisation o where o.id = any($2)`,
    [at, ids],
  );
}

export type ReadinessSelection = {
  scope: ReadinessScope;
  withinId?: string | null | undefined;
  kinds?: readonly string[] | null | undefined;
  provinceCode?: string | null | undefined;
  missing?: ReadinessItemKind | null | undefined;
  rootsOnly: boolean;
};

/** Those with the fewest items first. */
export function listByReadiness(
  database: Database,
  selection: ReadinessSelection,
  { after, limit, at }: { after: { met: number; name: string; id: string } | null; limit: number; at: Date },
): Promise<{ id: string; name: string; met: number }[]> {
  const values: unknown[] = [at, limit];
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const { scope, withinId, kinds, provinceCode, missing, rootsOnly } = selection;
  const conditions = [`o.status = 'ACTIVE'`];
  const names: string[] = [];
  const add = (name: string, condition: string) => {
    names.push(name);
    conditions.push(condition);
  };
  if (scope !== null) {
    add(
      'scope',
      `(o.government_id = any(${parameter(scope.governmentIds)}) or left(o.region_code, 2) = any(${parameter(scope.provinceCodes)})
        or (o.kind in ('REGENCY', 'CITY', 'OPD') and left(o.region_code, 2) = any(${parameter(scope.supervisedProvinceCodes)}) and char_length(o.region_code) > 2))`,
    );
  }
  if (rootsOnly) add('roots', 'cardinality(o.path) = 1');
  else add('takers', `(cardinality(o.path) = 1 or ${takesReports('o')})`);
  if (withinId) add('within', `o.path @> array[${parameter(withinId)}]`);
  if (kinds) add('kinds', `o.kind = any(${parameter(kinds)})`);
  if (provinceCode) add('province', `left(o.region_code, 2) = ${parameter(provinceCode)}`);
  if (missing) add(`missing-${missing}`, `not ${itemConditions('$1')[missing]}`);
  const position =
    after === null
      ? ''
      : `where (r.met, r.name, r.id) > (${parameter(after.met)}, ${parameter(after.name)}, ${parameter(after.id)})`;
  return database.query(
    `by-readiness-${names.join('-')}${after === null ? '' : '-after'}`,
    `select r.id, r.name, r.met from (
       select o.id, o.name, ${metCount('$1')} as met from organisation o where ${conditions.join(' and ')}
     ) r ${position} order by r.met, r.name, r.id limit $2`,
    values,
  );
}
