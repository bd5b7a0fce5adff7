import type { EntityManager } from '@mikro-orm/postgresql';

/** Those of the keys that the category map does not know. */
export async function unknownUnitKeys(em: EntityManager, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const rows = await em.execute<{ key: string }[]>(
    `select wanted.key from json_array_elements_text(?::json) as wanted (key)
     where not exists (select 1 from unit_key k where k.key = wanted.key) order by wanted.key`,
    [JSON.stringify(keys)],
  );
  return rows.map(({ key }) => key);
}
