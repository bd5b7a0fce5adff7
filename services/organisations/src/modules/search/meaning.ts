import type { Database } from '@lapor/database';
import { slipsTo } from './edit-distance.ts';

/** Tsqueries for what was typed: every word begun, the same in the name itself, there one behind the other, and whole words of the name. */
export type Meaning = { byPrefix: string; byName: string; inOrder: string; exactly: string };

type KnownWord = { word: string; is_known: boolean; similar: string[] };

/**
 * What typed words stand for: each for every known word that begins with it. A word that no known word begins with was mistyped and stands
 * for the nearest known words. `null` when one of them stands for nothing. One statement.
 */
export async function findMeaning(database: Database, words: readonly string[]): Promise<Meaning | null> {
  const known = await database.query<KnownWord>(
    'search-words',
    `select typed.word, known.is_known,
       case when known.is_known then '{}' else array(
         select w.word from search_word w where w.word <-> typed.word < 0.85 order by w.word <-> typed.word limit 30
       ) end as similar
     from unnest($1::text[]) with ordinality as typed (word, position)
     cross join lateral (select exists (select 1 from search_word w where w.word >= typed.word and w.word < typed.word || '~') as is_known) known
     order by typed.position`,
    [words],
  );
  const choices = known.map(({ word, is_known, similar }) =>
    is_known ? { words: [word], mark: ':*' } : { words: nearest(word, similar), mark: ':' },
  );
  if (choices.some((choice) => choice.words.length === 0)) return null;
  const query = (suffix: (mark: string) => string, together = '&') =>
    choices
      .map((choice) => `(${choice.words.map((word) => word + suffix(choice.mark)).join('|')})`)
      .join(together);
  return {
    byPrefix: query((mark) => (mark === ':*' ? ':*' : '')),
    byName: query((mark) => `${mark}A`),
    inOrder: query((mark) => `${mark}A`, '<->'),
    exactly: query(() => ':A'),
  };
}

/** Those with the fewest slips, if these are few for a word of that length. */
function nearest(typed: string, candidates: readonly string[]): string[] {
  const rated = candidates.map((word) => ({ word, slips: slipsTo(typed, word) }));
  const fewest = Math.min(...rated.map(({ slips }) => slips));
  if (fewest > Math.max(1, typed.length / 3)) return [];
  return rated.filter(({ slips }) => slips === fewest).map(({ word }) => word);
}
