import { CategoryRoute } from './graphql.ts';
import type { CategoryRouteRow } from './repository.ts';

export function toCategoryRoute(row: CategoryRouteRow): CategoryRoute {
  return Object.assign(new CategoryRoute(), {
    id: String(row.id),
    categoryId: row.category_id,
    usualLevel: row.usual_level,
    unitKey: row.unit_key,
    version: row.version,
    effectiveFrom: row.effective_from,
    nationalOrganisationId: row.national_organisation_id,
    governmentId: row.government_id,
    unitId: row.unit_id,
    actorId: row.actor_id,
    enteredReason: row.reason,
  });
}
