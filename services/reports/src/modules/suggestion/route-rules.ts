import { z } from 'zod';
import type { Tokens } from '@lapor/viewer';

/** Levels of government on which a rule names somebody, and why: the words of `organisations`. */
export const ROUTE_LEVELS = ['NATIONAL', 'PROVINCE', 'REGENCY'] as const;
export const ROUTE_BASES = [
  'NATIONAL_BODY',
  'UNIT_WITH_KEY',
  'GOVERNMENT_WITHOUT_UNIT',
  'GOVERNMENT_CHOICE',
] as const;

const rule = z.object({
  categoryId: z.string(),
  organisationId: z.string(),
  level: z.enum(ROUTE_LEVELS),
  basis: z.enum(ROUTE_BASES),
  version: z.int(),
});
const answer = z.object({ rules: z.array(rule) });

/** Whom the category map names for a category at a place. */
export type AppliedRule = z.infer<typeof rule>;

/** The owner of the category map, asked when a suggestion is made. */
export interface RouteRules {
  find(categoryIds: readonly string[], regionCode: string | null): Promise<readonly AppliedRule[]>;
}

/** A suggestion is a courtesy: it does not wait longer for its rules. */
const LONGEST_WAIT = 1_000;

/** Asks `organisations` in a process of its own: `POST /internal/route-rules` `{ categoryIds, regionCode }`, with a service token. */
export const httpRouteRules = (organisationsUrl: string, tokens: Tokens): RouteRules => ({
  async find(categoryIds, regionCode) {
    const response = await fetch(`${organisationsUrl}/internal/route-rules`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await tokens.signService('reports')}`,
      },
      body: JSON.stringify({ categoryIds, regionCode }),
      signal: AbortSignal.timeout(LONGEST_WAIT),
    });
    if (!response.ok) throw new Error(`organisations answered ${response.status}`);
    return answer.parse(await response.json()).rules;
  },
});

/** No rules: what a service knows that nobody told where they are. */
export const noRouteRules: RouteRules = { find: async () => [] };
