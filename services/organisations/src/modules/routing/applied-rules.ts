import type { Database } from '@lapor/database';
import { z } from 'zod';
import { type RouteRuleRow, findRouteRules } from './repository.ts';

/** What `reports` asks when it suggests where a report belongs. */
export const rulesQuestion = z.object({
  categoryIds: z.array(z.string().max(200)).max(5),
  regionCode: z.string().max(8).nullable(),
});

/** Whom the category map names for a category at a place. */
export type AppliedRule = Pick<RouteRuleRow, 'level' | 'basis' | 'version' | 'organisationId'> & {
  categoryId: string;
};

/** The rules of several categories at one place, in the order of the categories. A statement for each. */
export async function appliedRules(
  database: Database,
  { categoryIds, regionCode }: z.infer<typeof rulesQuestion>,
): Promise<AppliedRule[]> {
  const found = await Promise.all(
    categoryIds.map(async (categoryId) =>
      (await findRouteRules(database, categoryId, regionCode)).map(
        ({ level, basis, version, organisationId }) => ({
          categoryId,
          level,
          basis,
          version,
          organisationId,
        }),
      ),
    ),
  );
  return found.flat();
}
