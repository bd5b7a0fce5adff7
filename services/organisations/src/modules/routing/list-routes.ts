import type { Database } from '@lapor/database';
import { type Page, encodeCursor, pageOf } from '@lapor/subgraph';
import { cursorValues } from '../paging/index.ts';
import type { CategoryRoute, CategoryRouteFilter } from './graphql.ts';
import { toCategoryRoute } from './mapper.ts';
import { listRoutes } from './repository.ts';

/** A page of the map, by category. */
export async function pageOfRoutes(
  database: Database,
  { governmentId, categoryIds }: CategoryRouteFilter,
  size: number,
  after: string | null | undefined,
): Promise<Page<CategoryRoute>> {
  const position = cursorValues<[string]>(
    after,
    ([categoryId, ...rest]) => typeof categoryId === 'string' && rest.length === 0,
  );
  const rows = await listRoutes(database, {
    governmentId: governmentId ?? null,
    categoryIds: categoryIds ?? null,
    after: position?.[0] ?? null,
    limit: size + 1,
  });
  return pageOf(rows, size, ({ category_id }) => encodeCursor(category_id), toCategoryRoute);
}
