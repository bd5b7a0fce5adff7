import type { Database } from '@lapor/database';
import { planned, type SearchedWord } from '../search/index.ts';
import type { LabelMatch, Mention, Neighbour } from './rank.ts';

const listsOf = (words: readonly SearchedWord[]) => [
  words.map(({ word }) => word),
  words.map(({ query }) => query),
];

/**
 * Categories whose label shares words with a text. A word counts the more the fewer labels have it; words of the own label count more
 * than those of the path above. What shares little with any label finds none.
 */
export const findLabelMatches = (database: Database, words: readonly SearchedWord[]) =>
  database.query<LabelMatch>(
    'labels-of-words',
    `with words as materialized (select * from unnest($1::text[], $2::text[]::tsquery[]) as w (word, query)),
     matches as (
       select c.id, w.word, length(c.search) as size, to_tsvector('indonesian', c.name) @@ w.query as is_own, count(*) over (partition by w.word) as labels
       from words w join category c on c.search @@ w.query where c.status <> 'retired'
     ), scored as (
       select id, array_agg(distinct word) as words,
         sum(ln((select count(*) from category where status <> 'retired')::float / labels) * case when is_own then 2 else 1 end) / (1 + 0.2 * ln(size)) as score
       from matches group by id, size
     )
     select id as "categoryId", score, words from scored
     where score > 4 and score >= 0.5 * (select max(score) from scored) order by score desc, id limit 10`,
    listsOf(words),
  );

/** Words rare enough to tell reports apart; with these they are looked for. */
const MOST_SOUGHT = 8;
const MOST_NEAR = 200;
const MOST_ANYWHERE = 400;
const MOST_NEIGHBOURS = 20;

/**
 * Published reports that were routed before and share words with a text, the most alike first: looked for among the newest that have any
 * of its rarest words, in the regency of the place and anywhere. One statement, however many reports there are.
 */
export function findNeighbours(
  database: Database,
  words: readonly SearchedWord[],
  regionCode: string | null,
  exceptId: string | null,
): Promise<Neighbour[]> {
  const sought = words
    .filter(({ isKnown }) => isKnown)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_SOUGHT);
  if (sought.length === 0) return Promise.resolve([]);
  const any = sought.map(({ query }) => `(${query})`).join(' | ');
  const routed = `r.is_published and r.lead_organisation_id is not null and r.state <> 'ARCHIVED' and r.search @@ $5::tsquery and r.id is distinct from $6::uuid`;
  const columns = 'r.id, r.category_id, r.lead_organisation_id, r.region_code, r.search, r.published_at';
  const regency = regionCode?.slice(0, 5) ?? null;
  return planned<Neighbour>(
    database,
    `with words as materialized (select * from unnest($1::text[], $2::text[]::tsquery[], $3::float8[]) as w (word, query, weight)),
     candidates as materialized (
       (select ${columns} from report r where ${routed} order by r.published_at desc, r.id desc limit ${MOST_ANYWHERE})
       union
       (select ${columns} from report r where ${routed} and $4::text is not null and (r.region_code = $4 or r.region_code like $4 || '.%')
        order by r.published_at desc, r.id desc limit ${MOST_NEAR})
     ), compared as (
       select c.*, m.likeness, m.words from candidates c cross join lateral (
         select sum(w.weight) / (select sum(weight) from words) as likeness, array_agg(w.word) as words, count(*) as shared
         from words w where c.search @@ w.query) m
       where m.shared >= 2 order by m.likeness desc, c.published_at desc, c.id desc limit ${MOST_NEIGHBOURS}
     )
     select k.id as "categoryId", c.lead_organisation_id as "organisationId", c.likeness, c.words,
       o.status = 'ACTIVE' and (g.kind in ('MINISTRY', 'AGENCY', 'STATE_ENTERPRISE')
         or ($4::text is not null and g.region_code in ($4, left($4, 2)) and c.region_code like left($4, length(g.region_code)) || '%')) as "isEligible"
     from compared c join organisation o on o.id = c.lead_organisation_id left join organisation g on g.id = o.government_id
       left join category k on k.id = c.category_id and k.status <> 'retired'
     order by c.likeness desc, c.published_at desc, c.id desc`,
    [...listsOf(words), words.map(({ weight }) => weight), regency, any, exceptId],
  );
}

const MOST_MENTIONS = 3;

/** Organisations in force whose acronym is among the words: national ones, and those of the governments of the place. */
export const findMentions = (database: Database, words: readonly string[], regionCode: string | null) =>
  database.query<Mention>(
    'organisations-mentioned',
    `select o.id as "organisationId", lower(o.acronym) as word
     from organisation o join organisation g on g.id = o.government_id
     where o.status = 'ACTIVE' and lower(o.acronym) = any($1)
       and (g.kind in ('MINISTRY', 'AGENCY', 'STATE_ENTERPRISE') or g.region_code in ($2, $3))
     order by g.region_code is null, length(g.region_code) desc, cardinality(o.path), o.id limit ${MOST_MENTIONS}`,
    [words, regionCode?.slice(0, 5) ?? null, regionCode?.slice(0, 2) ?? null],
  );
