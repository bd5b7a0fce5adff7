import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';

/** What a report's kind asks to know of its reporter. */
export type IdentityRequirement = 'NONE' | 'CONTACT' | 'IDENTITY';

export interface CategoryRow {
  id: string;
  parent_id: string | null;
  name: string;
  path: string;
  level: number;
  is_sensitive: boolean;
  needs_supporting_data: boolean;
  identity_requirement: IdentityRequirement;
}

const COLUMNS = 'id, parent_id, name, path, level, is_sensitive, needs_supporting_data, identity_requirement';

/** A category that may be chosen now. */
export async function findCategory(em: EntityManager, id: string): Promise<CategoryRow | null> {
  return (
    (
      await em.execute<CategoryRow[]>(
        `select ${COLUMNS} from category where id = ? and status <> 'retired'`,
        [id],
      )
    )[0] ?? null
  );
}

/** Whether a matter of the category may be about those who would verify it; of a retired one, too. */
export const isOfSensitiveCategory = async (em: EntityManager, id: string | null): Promise<boolean> =>
  id !== null &&
  (await em.execute<object[]>('select 1 from category where id = ? and is_sensitive', [id])).length > 0;

/** By id, retired ones too: old reports keep theirs. */
export const findCategories = (database: Database, ids: readonly string[]) =>
  database.query<CategoryRow>('categories-by-id', `select ${COLUMNS} from category where id = any($1)`, [
    ids,
  ]);

/** Children of a category, or the first level. */
export const listCategories = (database: Database, parentId: string | null, first: number) =>
  database.query<CategoryRow>(
    'categories-of-parent',
    `select ${COLUMNS} from category where parent_id is not distinct from $1 and status <> 'retired' order by name limit $2`,
    [parentId, first],
  );

/** All below a category that may be chosen now, by their paths. */
export const listCategoriesBelow = (database: Database, id: string) =>
  database.query<CategoryRow>(
    'categories-below',
    `with recursive below as (
       select ${COLUMNS} from category where parent_id = $1 and status <> 'retired'
       union all select ${COLUMNS.split(', ')
         .map((column) => `c.${column}`)
         .join(', ')} from category c join below b on c.parent_id = b.id where c.status <> 'retired'
     ) select * from below order by path`,
    [id],
  );

/** By words of the label or of its path, tolerant of typing errors. */
export const searchCategories = (
  database: Database,
  search: string,
  parentId: string | null,
  first: number,
) =>
  database.query<CategoryRow>(
    'categories-search',
    `select ${COLUMNS} from category
     where status <> 'retired' and ($2::text is null or parent_id = $2)
       and (lower(path) like '%' || lower($1) || '%' or search @@ websearch_to_tsquery('indonesian', $1) or word_similarity(lower($1), lower(path)) > 0.5)
     order by word_similarity(lower($1), lower(name)) desc, level desc, name limit $3`,
    [search, parentId, first],
  );
