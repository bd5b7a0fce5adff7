import { type Page, encodeCursor, pageOf } from '@lapor/subgraph';
import type { Context } from '../../context.ts';
import { may } from '../authority/index.ts';
import { cursorValues, pageSize } from '../paging/index.ts';
import type { Officer, OfficerFilter } from './graphql.ts';
import { toOfficer } from './mapper.ts';
import { listOfficers } from './repository.ts';

const WORDS_AT_MOST = 6;

/** A page of the officers whom the viewer may know, by name: the national desk everybody, others those of their own governments. One statement. */
export async function pageOfOfficers(
  { database, clock, viewer, placedViewer }: Context,
  filter: OfficerFilter,
  first: number,
  after: string | null | undefined,
): Promise<Page<Officer>> {
  const position = cursorValues<[string, string]>(
    after,
    ([name, id, ...rest]) => typeof name === 'string' && typeof id === 'string' && rest.length === 0,
  );
  const size = pageSize(first);
  const at = clock.now();
  const placed = viewer.kind === 'officer' ? await placedViewer() : null;
  // Whoever may know any officer at all may know an officer without posts.
  const isForAll = placed !== null && may(placed, 'knowOfficer', { officerId: '', governmentIds: [] });
  const governmentIds = placed?.posts.map((post) => post.path[0]!) ?? [];
  const isForNobody =
    placed === null || (!isForAll && !may(placed, 'knowOfficer', { officerId: '', governmentIds }));
  const words = (filter.search ?? '').normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean);
  const rows = isForNobody
    ? []
    : await listOfficers(
        database,
        {
          ...filter,
          governmentIds: isForAll ? null : governmentIds,
          words: words.slice(0, WORDS_AT_MOST),
        },
        {
          after: position === null ? null : { name: position[0], id: position[1] },
          limit: size + 1,
          at,
        },
      );
  return pageOf(
    rows,
    size,
    (row) => encodeCursor(row.name, row.id),
    (row) => toOfficer(row, at),
  );
}
