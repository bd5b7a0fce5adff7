import type { EntityManager } from '@mikro-orm/postgresql';

/** Makes the words of these rows known to the search, in the running transaction: a word nobody knows counts as mistyped. */
export async function rememberWords(
  em: EntityManager,
  rows: readonly { name_words: string; place_words: string }[],
): Promise<void> {
  const words = new Set(rows.flatMap((row) => `${row.name_words} ${row.place_words}`.split(' ')));
  words.delete('');
  if (words.size === 0) return;
  await em.execute(
    `insert into search_word (word) select json_array_elements_text(?::json) on conflict do nothing`,
    [JSON.stringify([...words].sort())],
  );
}
