import { type Page, encodeCursor, pageOf } from '@lapor/subgraph';
import type { Context } from '../../context.ts';
import { scopeOfReadiness } from '../authority/index.ts';
import type { Organisation } from '../organisation/graphql-index.ts';
import { cursorValues, pageSize } from '../paging/index.ts';
import type { ReadinessFilter } from './graphql.ts';
import { listByReadiness } from './repository.ts';

/** A page of the organisations whose readiness the viewer may read, the least ready first. Two statements. */
export async function pageByReadiness(
  { database, clock, viewer, placedViewer, loaders }: Context,
  filter: ReadinessFilter,
  first: number,
  after: string | null | undefined,
): Promise<Page<Organisation>> {
  const position = cursorValues<[number, string, string]>(
    after,
    ([met, name, id, ...rest]) =>
      Number.isSafeInteger(met) && typeof name === 'string' && typeof id === 'string' && rest.length === 0,
  );
  const size = pageSize(first);
  const rows =
    viewer.kind === 'officer'
      ? await listByReadiness(
          database,
          { ...filter, rootsOnly: filter.rootsOnly ?? true, scope: scopeOfReadiness(await placedViewer()) },
          {
            after: position && { met: position[0], name: position[1], id: position[2] },
            limit: size + 1,
            at: clock.now(),
          },
        )
      : [];
  const found = await Promise.all(
    rows.map(async (row) => ({ row, organisation: (await loaders.organisation.load(row.id))! })),
  );
  return pageOf(
    found,
    size,
    ({ row }) => encodeCursor(row.met, row.name, row.id),
    ({ organisation }) => organisation,
  );
}
