import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Works out anew the paths of everything below some organisations within their government, former ones included, in one statement.
 * Governments below (the regencies of a province) begin paths of their own and are left alone. Answers those whose path changed.
 */
export async function rewritePathsBelow(em: EntityManager, ids: readonly string[]): Promise<string[]> {
  // "offset 0" and "= any(array(…))" keep the planner from reading the whole table: it cannot know how few they are.
  const changed = await em.execute<{ id: string }[]>(
    `with recursive tree (id, path, stored) as (
       select o.id, o.path, o.path from organisation o where o.id = any(array(select json_array_elements_text(?::json)))
       union all
       select c.id, t.path || c.id, c.path from tree t cross join lateral (
         select id, path from organisation where parent_id = t.id and government_id <> id and id <> all(t.path) offset 0
       ) c
     )
     update organisation o set (path, government_id) = (select t.path, t.path[1] from tree t where t.id = o.id), version = version + 1
     where o.id = any(array(select t.id from tree t where t.path <> t.stored))
     returning o.id`,
    [JSON.stringify(ids)],
  );
  return changed.map(({ id }) => id);
}
