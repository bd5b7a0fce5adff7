import type { ResultOf } from '../graphql.ts';
import type { OrganisationRowFields } from './organisations.graphql.ts';

export type OrganisationRow = ResultOf<typeof OrganisationRowFields>;

/** Children that were asked for: on their way, there, or failed. */
export type Children =
  { state: 'LOADING' } | { state: 'LOADED'; rows: readonly OrganisationRow[] } | { state: 'FAILED' };

export type TreeNode =
  | { id: string; kind: 'ORGANISATION'; row: OrganisationRow; children: readonly TreeNode[] }
  /** Stands where children will be, or says that they did not come. */
  | { id: string; kind: 'NOTE'; note: 'LOADING' | 'FAILED'; children: readonly [] };

/** The tree as far as it was opened. */
export function treeNodes(
  rows: readonly OrganisationRow[],
  childrenOf: ReadonlyMap<string, Children>,
  expanded: ReadonlySet<string>,
): TreeNode[] {
  return rows.map((row) => ({ id: row.id, kind: 'ORGANISATION', row, children: childNodes(row) }));

  function childNodes(row: OrganisationRow): readonly TreeNode[] {
    if (!expanded.has(row.id)) return [];
    const children = childrenOf.get(row.id) ?? { state: 'LOADING' };
    if (children.state === 'LOADED') return treeNodes(children.rows, childrenOf, expanded);
    return [{ id: `${row.id}/note`, kind: 'NOTE', note: children.state, children: [] }];
  }
}
