import type { Database } from '@lapor/database';
import { type Page, batch, batchById, encodeCursor, pageOf } from '@lapor/subgraph';
import type { Organisation } from './graphql.ts';
import { toOrganisation } from './mapper.ts';
import {
  type NamePosition,
  type OrganisationRow,
  countChildren,
  findGovernments,
  findOrganisations,
  findPredecessors,
  listChildren,
} from './repository.ts';

export const cursorByName = (row: OrganisationRow): string => encodeCursor(row.name, row.id);

export function organisationLoaders(database: Database) {
  const childrenLoaders = new Map<string, ReturnType<typeof childrenLoader>>();

  function childrenLoader(first: number, after: NamePosition | null) {
    return batchById(
      async (parentIds) => {
        const rows = await listChildren(database, parentIds, { after, limit: first + 1 });
        const byParent = Map.groupBy(rows, (row) => row.parent_id!);
        return parentIds.map((parentId) => ({
          parentId,
          page: pageOf(byParent.get(parentId) ?? [], first, cursorByName, toOrganisation),
        }));
      },
      (found: { parentId: string; page: Page<Organisation> }) => found.parentId,
    );
  }

  return {
    organisation: batchById(
      async (ids) => (await findOrganisations(database, ids)).map(toOrganisation),
      (organisation) => organisation.id,
    ),
    /** By code of the region. */
    government: batchById(
      async (codes) => (await findGovernments(database, codes)).map(toOrganisation),
      (organisation) => organisation.regionCode!,
    ),
    /** What went on in each. */
    predecessors: batch<Organisation[]>(async (ids) => {
      const found = (await findPredecessors(database, ids)).map(toOrganisation);
      return ids.map((id) => found.filter(({ successorIds }) => successorIds.includes(id)));
    }),
    childCount: batchById(
      (ids) => countChildren(database, ids),
      (row) => row.id,
    ),
    /** One page of children per parent; all parents that ask for the same page share a statement. */
    async children(parentId: string, first: number, after: NamePosition | null): Promise<Page<Organisation>> {
      const key = JSON.stringify([first, after]);
      const loader = childrenLoaders.get(key) ?? childrenLoader(first, after);
      childrenLoaders.set(key, loader);
      return (await loader.load(parentId))!.page;
    },
  };
}
