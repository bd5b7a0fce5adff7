import type { Database } from '@lapor/database';
import type { Meaning } from '../search/index.ts';
import type { OrganisationKind, OrganisationStatus } from './graphql.ts';

export type OrganisationRow = {
  id: string;
  name: string;
  acronym: string | null;
  kind: OrganisationKind;
  status: OrganisationStatus;
  is_template: boolean;
  parent_id: string | null;
  path: string[];
  region_code: string | null;
  time_zone: string;
  time_zone_label: string;
  is_staffed: boolean;
  has_direct_verification: boolean;
  unit_keys: string[];
  address: string | null;
  phone: string | null;
  email: string | null;
  website: string | null;
  retired_on: string | null;
  successor_ids: string[];
  head_title: string | null;
  head_name: string | null;
  head_email: string | null;
  head_address: string | null;
};

const columns = `o.id, o.name, o.acronym, o.kind, o.status, o.is_template, o.parent_id, o.path, o.region_code,
  o.time_zone, o.time_zone_label, o.is_staffed, o.has_direct_verification, o.unit_keys, o.address, o.phone, o.email, o.website,
  o.retired_on, o.successor_ids, o.head_title, o.head_name, o.head_email, o.head_address`;

export function findOrganisations(database: Database, ids: readonly string[]): Promise<OrganisationRow[]> {
  return database.query('organisations-by-id', `select ${columns} from organisation o where o.id = any($1)`, [
    ids,
  ]);
}

/** The governments of regions: provinces, regencies and cities. */
export const findGovernments = (database: Database, regionCodes: readonly string[]) =>
  database.query<OrganisationRow & { region_code: string }>(
    'governments-of-regions',
    `select ${columns} from organisation o
     where o.region_code = any($1) and o.kind in ('PROVINCE', 'REGENCY', 'CITY') and o.status = 'ACTIVE'`,
    [regionCodes],
  );

export function countChildren(
  database: Database,
  ids: readonly string[],
): Promise<{ id: string; count: number }[]> {
  return database.query(
    'organisation-child-counts',
    `select parent_id as id, count(*)::int as count from organisation where parent_id = any($1) and status = 'ACTIVE' group by parent_id`,
    [ids],
  );
}

/** A position in a list by name. */
export type NamePosition = { name: string; id: string };

/** For each parent its children after a position, by name. */
export function listChildren(
  database: Database,
  parentIds: readonly string[],
  { after, limit }: { after: NamePosition | null; limit: number },
): Promise<OrganisationRow[]> {
  return database.query(
    'organisation-children',
    `select ${columns} from unnest($1::text[]) as parent (id) cross join lateral (
       select * from organisation c
       where c.parent_id = parent.id and c.status = 'ACTIVE' and ($2::text is null or (c.name, c.id) > ($2, $3))
       order by c.name, c.id limit $4
     ) o order by o.parent_id, o.name, o.id`,
    [parentIds, after?.name ?? null, after?.id ?? null, limit],
  );
}

/** Those that went on in one of these. */
export function findPredecessors(database: Database, ids: readonly string[]): Promise<OrganisationRow[]> {
  return database.query(
    'organisation-predecessors',
    `select ${columns} from organisation o where o.successor_ids && $1 and o.status = 'FORMER' order by o.name, o.id`,
    [ids],
  );
}

export type OrganisationSelection = {
  kinds?: readonly OrganisationKind[] | null | undefined;
  parentId?: string | null | undefined;
  withinId?: string | null | undefined;
  regionCode?: string | null | undefined;
  rootsOnly?: boolean | null | undefined;
  includeFormer?: boolean | null | undefined;
};

/** The conditions that are asked for, so that each combination is a statement of its own with a plan of its own. */
function conditionsOf(selection: OrganisationSelection, firstParameter: number) {
  const values: unknown[] = [];
  const parameter = (value: unknown) => `$${firstParameter - 1 + values.push(value)}`;
  const conditions: string[] = [];
  const names: string[] = [];
  const add = (name: string, condition: string) => {
    names.push(name);
    conditions.push(condition);
  };
  const { kinds, parentId, withinId, regionCode, rootsOnly, includeFormer } = selection;
  if (includeFormer) add('former', 'true');
  else conditions.push(`o.status = 'ACTIVE'`);
  if (kinds) add('kinds', `o.kind = any(${parameter(kinds)})`);
  if (parentId) add('parent', `o.parent_id = ${parameter(parentId)}`);
  if (withinId) add('within', `o.path @> array[${parameter(withinId)}]`);
  if (rootsOnly) add('roots', 'o.parent_id is null');
  if (regionCode) {
    // Everything that begins with "13.71." lies between "13.71." and "13.71/" in code point order.
    const code = parameter(regionCode);
    add(
      'region',
      `(o.region_code collate "C" = ${code} or (o.region_code collate "C" > ${code} || '.' and o.region_code collate "C" < ${code} || '/'))`,
    );
  }
  return { name: names.join('-'), where: conditions.join(' and '), values };
}

/** By name. */
export function listOrganisations(
  database: Database,
  selection: OrganisationSelection,
  { after, limit }: { after: NamePosition | null; limit: number },
): Promise<OrganisationRow[]> {
  const { name, where, values } = conditionsOf(selection, after === null ? 2 : 4);
  const position = after === null ? '' : 'and (o.name, o.id) > ($2, $3)';
  return database.query(
    `organisations-by-name-${name}${after === null ? '' : '-after'}`,
    `select ${columns} from organisation o where ${where} ${position} order by o.name, o.id limit $1`,
    [limit, ...(after === null ? [] : [after.name, after.id]), ...values],
  );
}

/** Best matches first: by name before place, whole words before beginnings, governments before their units, short names before long ones. */
export function searchOrganisations(
  database: Database,
  meaning: Meaning,
  selection: OrganisationSelection,
  { typed, offset, limit }: { typed: string; offset: number; limit: number },
): Promise<OrganisationRow[]> {
  const { name, where, values } = conditionsOf(selection, 7);
  return database.query(
    `organisations-by-words-${name}`,
    `select ${columns} from organisation o
     where o.search @@ $1::tsquery and ${where}
     order by ${selection.includeFormer ? `o.status = 'ACTIVE' desc, ` : ''}lower(o.acronym) = $4 desc nulls last, o.search @@ $2::tsquery desc, o.search @@ $3::tsquery desc,
       cardinality(o.path), char_length(o.name), o.name, o.id
     offset $5 limit $6`,
    [meaning.byPrefix, meaning.byName, meaning.exactly, typed, offset, limit, ...values],
  );
}
