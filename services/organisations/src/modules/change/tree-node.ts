import type { EntityManager } from '@mikro-orm/postgresql';
import type { Place } from '../authority/index.ts';
import type { OrganisationKind, OrganisationStatus } from '../organisation/graphql-index.ts';

/** An organisation as changes judge it. */
export type TreeNode = Place & {
  id: string;
  name: string;
  acronym: string | null;
  kind: OrganisationKind;
  status: OrganisationStatus;
  isTemplate: boolean;
  parentId: string | null;
  governmentId: string;
  path: string[];
  regionCode: string | null;
  timeZone: string;
  unitKeys: string[];
  successorIds: string[];
  hasDirectVerification: boolean;
  address: string | null;
  phone: string | null;
  email: string | null;
  website: string | null;
  headTitle: string | null;
  headName: string | null;
  headEmail: string | null;
  headAddress: string | null;
  /** What people decided, by column. */
  editedColumns: string[];
};

const columns = `o.id, o.name, o.acronym, o.kind, o.status, o.is_template as "isTemplate", o.parent_id as "parentId",
  o.government_id as "governmentId", o.path, o.region_code as "regionCode", o.time_zone as "timeZone", o.unit_keys as "unitKeys",
  o.successor_ids as "successorIds", o.has_direct_verification as "hasDirectVerification", o.address, o.phone, o.email, o.website,
  o.head_title as "headTitle", o.head_name as "headName", o.head_email as "headEmail", o.head_address as "headAddress",
  o.edited_columns as "editedColumns"`;

/** Organisations by id, with what stands in the tables now. */
export async function findNodes(em: EntityManager, ids: readonly string[]): Promise<Map<string, TreeNode>> {
  const rows = await em.execute<TreeNode[]>(
    `select ${columns} from organisation o where o.id in (select json_array_elements_text(?::json))`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Everything below an organisation within its government, former ones included, parents first. */
export function listNodesBelow(em: EntityManager, id: string): Promise<TreeNode[]> {
  return em.execute<TreeNode[]>(
    `select ${columns} from organisation o where o.path @> array[?] and o.id <> ? order by cardinality(o.path), o.name, o.id`,
    [id, id],
  );
}

/** Active organisations directly below. */
export async function countActiveChildren(em: EntityManager, id: string): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>(
    `select count(*)::int as count from organisation where parent_id = ? and status = 'ACTIVE'`,
    [id],
  );
  return row!.count;
}

/** Whether an active organisation beside it has the name already, in any writing. */
export async function isNameTaken(
  em: EntityManager,
  name: string,
  { parentId, id }: { parentId: string | null; id: string | null },
): Promise<boolean> {
  // "is not distinct from" would read the whole table.
  const rows = await em.execute<unknown[]>(
    `select 1 from organisation
     where ${parentId === null ? 'parent_id is null' : 'parent_id = ?'} and status = 'ACTIVE' and lower(name) = lower(?)
       and id is distinct from ? limit 1`,
    [...(parentId === null ? [] : [parentId]), name, id],
  );
  return rows.length > 0;
}

/** Whether one stands at or below another by the parents of the tree people know, across governments too. */
export async function standsWithin(em: EntityManager, id: string, aboveId: string): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `with recursive above (id) as (
       select ?::text
       union
       select o.parent_id from above a join organisation o on o.id = a.id where o.parent_id is not null
     )
     select 1 from above where id = ?`,
    [id, aboveId],
  );
  return rows.length > 0;
}

const nationalKinds: readonly string[] = ['MINISTRY', 'AGENCY', 'STATE_ENTERPRISE'];

/** A ministry, agency or state enterprise, or something within one. */
export const isNationalKind = (kind: string): boolean => nationalKinds.includes(kind);

export const isRoot = (node: { path: readonly string[] }): boolean => node.path.length === 1;

/** Regencies and cities stand below their province in the tree, though they govern themselves. */
export const isLocalGovernment = (node: { kind: string; path: readonly string[] }): boolean =>
  isRoot(node) && !isNationalKind(node.kind);
