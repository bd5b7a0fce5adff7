import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import { STOP_WORDS } from './stop-words.ts';

/** What a report's kind asks to know of its reporter. */
export type IdentityRequirement = 'NONE' | 'CONTACT' | 'IDENTITY';

export interface CategoryRow {
  id: string;
  parent_id: string | null;
  name: string;
  path: string;
  level: number;
  is_sensitive: boolean;
  identity_requirement: IdentityRequirement;
}

const COLUMNS = 'id, parent_id, name, path, level, is_sensitive, identity_requirement';

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

/**
 * Categories whose label shares words with a text, the best first, with those words.
 * A word counts the more the fewer labels have it; words of the own label count more than those of the path above.
 */
export const suggestCategories = (database: Database, text: string, first: number) =>
  database.query<CategoryRow & { matched: string[] }>(
    'categories-suggest',
    `with words as (
       select distinct on (lexeme) lexeme, word from (
         select unnest(tsvector_to_array(to_tsvector('indonesian', token))) as lexeme, token as word
         from regexp_split_to_table(lower($1), '[^[:alnum:]]+') as token where length(token) > 2 and token <> all ($3)
       ) t order by lexeme, word
     ),
     matches as (
       select c.id, w.word, c.search, w.lexeme,
         ln((select count(*) from category)::float / (select count(*) from category o where o.search @@ to_tsquery('simple', quote_literal(w.lexeme)))) as weight
       from words w join category c on c.search @@ to_tsquery('simple', quote_literal(w.lexeme)) and c.status <> 'retired'
     ),
     ranked as (
       select id, array_agg(distinct word) as matched,
         sum(weight * case when search @@ to_tsquery('simple', quote_literal(lexeme) || ':A') then 2 else 1 end) / (1 + 0.2 * ln(length(search))) as score
       from matches group by id, search
     )
     select ${COLUMNS.split(', ')
       .map((column) => `c.${column}`)
       .join(', ')}, r.matched
     from ranked r join category c on c.id = r.id
     where r.score > 4 and r.score >= 0.6 * (select max(score) from ranked)
     order by r.score desc, c.level desc, c.name limit $2`,
    [text, first, STOP_WORDS],
  );
