import type { Database } from '@lapor/database';
import { plain, type ListFilter, type Narrowing } from '../report/index.ts';
import { expandQuery } from './expand-query.ts';

const LONGEST_SEARCH = 200;

/** What is looked for in an officer's list, ready for a statement: the words with their synonyms, ids without what no id has. */
export async function narrowList(
  database: Database,
  search: string | null,
  filter: ListFilter | null,
): Promise<Narrowing> {
  const words = plain(search?.slice(0, LONGEST_SEARCH) ?? '') || null;
  const id = (value: string | null | undefined) => plain(value?.slice(0, LONGEST_SEARCH) ?? '') || null;
  return {
    search: words,
    query: words && (await expandQuery(database, words)),
    filter: filter && {
      ...filter,
      categoryId: id(filter.categoryId),
      regionCode: id(filter.regionCode),
      leadWithinId: id(filter.leadWithinId),
      stepOfId: id(filter.stepOfId),
    },
  };
}
