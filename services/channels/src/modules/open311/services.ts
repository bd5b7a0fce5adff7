import { z } from 'zod';
import type { Clock } from '@lapor/clock';
import type { Asker, GraphClient } from '../graph/index.ts';
import { categoriesBelow, topCategories } from './documents.graphql.ts';

const category = z.object({
  id: z.string(),
  name: z.string(),
  path: z.string(),
  level: z.number(),
  isSensitive: z.boolean(),
  needsSupportingData: z.boolean(),
  identityRequirement: z.enum(['NONE', 'CONTACT', 'IDENTITY']),
});
export type Category = z.infer<typeof category>;

const KEPT_MILLISECONDS = 600_000;
const AT_ONCE = 10;

/** All categories, as services: kept for ten minutes, since there are some hundreds and they change once in a while. */
export interface Services {
  all(asker: Asker): Promise<readonly Category[]>;
  find(code: string, asker: Asker): Promise<Category | null>;
}

export function createServices({ graph, clock }: { graph: GraphClient; clock: Clock }): Services {
  let kept: { until: number; categories: Promise<readonly Category[]> } | undefined;

  async function load(asker: Asker): Promise<readonly Category[]> {
    const top = await graph.ask(topCategories, {}, z.object({ categories: z.array(category) }), asker);
    const found = [...top.categories];
    let level: readonly Category[] = top.categories;
    while (level.length > 0) {
      const next: Category[] = [];
      for (let start = 0; start < level.length; start += AT_ONCE)
        next.push(...(await childrenOf(level.slice(start, start + AT_ONCE), asker)));
      found.push(...next);
      level = next.filter(({ level: depth }) => depth < 3);
    }
    return found.toSorted((a, b) => a.path.localeCompare(b.path, 'id'));
  }

  async function childrenOf(parents: readonly Category[], asker: Asker): Promise<Category[]> {
    // The document has ten places: those that are left ask for the first once more.
    const ids = Object.fromEntries(
      Array.from({ length: AT_ONCE }, (_, index) => [`p${index}`, (parents[index] ?? parents[0]!).id]),
    );
    const answer = await graph.ask(categoriesBelow, ids, z.record(z.string(), z.array(category)), asker);
    return parents.flatMap((_, index) => answer[`c${index}`] ?? []);
  }

  const all = (asker: Asker): Promise<readonly Category[]> => {
    const now = clock.now().getTime();
    if (kept && kept.until > now) return kept.categories;
    const categories = load(asker);
    const entry = { until: now + KEPT_MILLISECONDS, categories };
    kept = entry;
    // What could not be read is not kept.
    categories.catch(() => {
      if (kept === entry) kept = undefined;
    });
    return categories;
  };
  return {
    all,
    find: async (code, asker) => (await all(asker)).find(({ id }) => id === code) ?? null,
  };
}
