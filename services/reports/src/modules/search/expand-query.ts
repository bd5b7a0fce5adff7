import type { Database } from '@lapor/database';
import { isTelling, tellingWords, termsIn, wordsOf } from './words.ts';

interface Expansion {
  kind: 'WORD' | 'TERM';
  term: string;
  /** What finds it: text of a `tsquery`. */
  queries: string[];
  /** How many published reports have the word. */
  reports: number;
  /** Of how many. */
  total: number;
}

/** A word of a text, or a term of several, with all that finds it. */
export interface SearchedWord {
  word: string;
  /** Text of a `tsquery`: the word, its synonyms, and what a mistyped one may have meant. */
  query: string;
  /** How much it tells: the more, the fewer published reports have it. */
  weight: number;
  /** Whether some published report may have it. */
  isKnown: boolean;
}

const MOST_WORDS_SOUGHT = 12;
const MOST_WORDS_READ = 60;

/**
 * What people typed as the text of a `tsquery` that forgives: stop words go, a term of the synonyms finds the others of its meaning, a
 * word that no published report has finds the most similar ones that some have. All words must be found. `null`: there is no word in it.
 * One statement.
 */
export async function expandQuery(database: Database, search: string): Promise<string | null> {
  const found = await expand(database, tellingWords(wordsOf(search)).slice(0, MOST_WORDS_SOUGHT));
  return found.length === 0 ? null : found.map(({ query }) => `(${query})`).join(' & ');
}

/** The words of a longer text that tell something, each once. One statement. */
export const searchedWords = (database: Database, text: string): Promise<SearchedWord[]> =>
  expand(database, wordsOf(text).filter(isTelling).slice(0, MOST_WORDS_READ));

async function expand(database: Database, words: readonly string[]): Promise<SearchedWord[]> {
  if (words.length === 0) return [];
  const rows = await findExpansions(database, words);
  const own = new Map(rows.filter(({ kind }) => kind === 'WORD').map((row) => [row.term, row]));
  const meanings = new Map(rows.filter(({ kind }) => kind === 'TERM').map((row) => [row.term, row]));
  const found = new Map<string, SearchedWord>();
  for (let at = 0; at < words.length;) {
    // The longest term of the synonyms that begins here, else the word alone.
    const length = [4, 3, 2].find((count) => meanings.has(words.slice(at, at + count).join(' '))) ?? 1;
    const parts = words.slice(at, at + length);
    const word = parts.join(' ');
    const alternatives = new Set([
      ...(length === 1 ? (own.get(word)?.queries ?? []) : []),
      ...(meanings.get(word)?.queries ?? []),
    ]);
    alternatives.delete('');
    const query = [...alternatives]
      .sort()
      .map((text) => `(${text})`)
      .join(' | ');
    const reports = Math.max(...parts.map((part) => own.get(part)?.reports ?? 0));
    const total = own.get(parts[0]!)?.total ?? 0;
    // Two spellings of one thing are one.
    if (query !== '' && !found.has(query))
      found.set(query, {
        word,
        query,
        weight: Math.log(1 + (total + 1) / (reports + 1)),
        isKnown: reports > 0 || alternatives.size > 1,
      });
    at += length;
  }
  return [...found.values()];
}

/** A mistyped word has a similar one that at least ten times as many reports have. */
const findExpansions = (database: Database, words: readonly string[]) =>
  database.query<Expansion>(
    'search-expansions',
    `select 'WORD' as kind, w.word as term, array_prepend(plainto_tsquery('indonesian', w.word)::text, coalesce((
         select array_agg(plainto_tsquery('indonesian', n.word)::text) from (
           select s.word from search_word s
           where length(w.word) > 3 and s.word % w.word and s.word <> w.word and abs(length(s.word) - length(w.word)) <= 2
             and s.reports > 0 and s.reports >= 10 * coalesce(v.reports, 0)
           order by similarity(s.word, w.word) desc, s.reports desc, s.word limit 3) n), '{}')) as queries,
       coalesce(v.reports, 0) as reports, coalesce((select reports from search_progress where name = 'words'), 0) as total
     from unnest($1::text[]) as w (word) left join search_word v on v.word = w.word
     union all
     select 'TERM', s.term, array_agg(distinct other.query), 0, 0
     from search_synonym s join search_synonym other on other.meaning = s.meaning
     where s.term = any($2) group by s.term`,
    [[...new Set(words)], termsIn(words)],
  );
