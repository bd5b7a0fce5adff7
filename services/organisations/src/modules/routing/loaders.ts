import type { Database } from '@lapor/database';
import { type Loader, batchById } from '@lapor/subgraph';
import { type CategoryRouteRow, findRoutesOf } from './repository.ts';

type RouteOfCategory = CategoryRouteRow & { usual_unit_id: string | null };

/** The map by category, a statement for each government that is asked about. */
export function routingLoaders(database: Database) {
  const byGovernment = new Map<string | null, Loader<RouteOfCategory | null>>();
  const loaderOf = (governmentId: string | null) =>
    batchById(
      (categoryIds) => findRoutesOf(database, { governmentId, categoryIds }),
      (row: RouteOfCategory) => row.category_id,
    );
  return {
    route(categoryId: string, governmentId: string | null): Promise<RouteOfCategory | null> {
      const loader = byGovernment.get(governmentId) ?? loaderOf(governmentId);
      byGovernment.set(governmentId, loader);
      return loader.load(categoryId);
    },
  };
}
