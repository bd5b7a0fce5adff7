import type { ResultOf } from '../graphql.ts';
import type { OrganisationRowFields } from './tree.graphql.ts';

export type OrganisationRow = ResultOf<typeof OrganisationRowFields>;

/** Children that were asked for: on their way, there, or failed. */
export type Children =
  { state: 'LOADING' } | { state: 'LOADED'; rows: readonly OrganisationRow[] } | { state: 'FAILED' };

export type TreeNode =
  | {
      id: string;
      kind: 'ORGANISATION';
      row: OrganisationRow;
      mayOpen: boolean;
      children: readonly TreeNode[];
    }
  /** Stands where children will be, or says that there are none or that they did not come. */
  | { id: string; kind: 'NOTE'; note: 'LOADING' | 'FAILED' | 'NONE'; children: readonly [] };

export interface OpenTree {
  roots: readonly OrganisationRow[];
  childrenOf: ReadonlyMap<string, Children>;
  expanded: ReadonlySet<string>;
  /** Former ones are shown too, and counts leave them out: only opening tells whether there are any. */
  withFormer?: boolean;
}

/** The tree as far as it was opened. */
export function treeNodes({
  roots,
  childrenOf,
  expanded,
  withFormer = false,
}: OpenTree): readonly TreeNode[] {
  return nodesOf(roots);

  function nodesOf(rows: readonly OrganisationRow[]): readonly TreeNode[] {
    return rows.map((row) => {
      const mayOpen = row.childCount > 0 || withFormer;
      return { id: row.id, kind: 'ORGANISATION', row, mayOpen, children: mayOpen ? childNodes(row) : [] };
    });
  }

  function childNodes(row: OrganisationRow): readonly TreeNode[] {
    // Also while it is closed: the tree takes a row without any node below it for a leaf, and the keys do not open it.
    if (!expanded.has(row.id)) return [{ id: `${row.id}/note`, kind: 'NOTE', note: 'LOADING', children: [] }];
    const children = childrenOf.get(row.id) ?? { state: 'LOADING' };
    if (children.state === 'LOADED' && children.rows.length > 0) return nodesOf(children.rows);
    const note = children.state === 'LOADED' ? 'NONE' : children.state;
    return [{ id: `${row.id}/note`, kind: 'NOTE', note, children: [] }];
  }
}

interface Place {
  id: string;
  /** Within its own government, the government first. */
  ancestors: readonly { id: string }[];
  government: { id: string; parent: { id: string } | null };
}

/** The branches to open so that a place is seen: from the topmost of the tree down to its parent. */
export function branchesTo({ id, ancestors, government }: Place): readonly string[] {
  const above = government.parent && government.parent.id !== id ? [government.parent.id] : [];
  return [...above, ...ancestors.map((ancestor) => ancestor.id)];
}
