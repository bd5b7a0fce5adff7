import type { PlannedRoute } from '../routing/index.ts';
import type { CategoryRow, TemplateRow } from './rows.ts';

/** The category map as the file has it. */
export function planRoutes(rows: readonly CategoryRow[]): PlannedRoute[] {
  return rows.map(({ id, usual_level, national_org, opd_key }) => ({
    categoryId: id,
    usualLevel: usual_level.toUpperCase() as PlannedRoute['usualLevel'],
    nationalOrganisationId: national_org,
    unitKey: opd_key,
  }));
}

/** The keys that units can serve, with what such a unit is called: the pattern without its place. */
export function planUnitKeys(templates: readonly TemplateRow[]): { key: string; name: string }[] {
  const names = new Map<string, string>();
  for (const { key, name_pattern: pattern } of templates) {
    if (!names.has(key)) names.set(key, pattern.replaceAll(/\s*\{[rdv]\}/g, '').trim());
  }
  return [...names].map(([key, name]) => ({ key, name }));
}
