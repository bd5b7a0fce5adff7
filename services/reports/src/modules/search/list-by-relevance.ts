import type { Database } from '@lapor/database';
import { REPORT_COLUMNS } from '../report/index.ts';
import type { ListedRow, Position } from './list-public-reports.ts';
import { lastOfTheNear, nearMatches, newestMatches } from './newest-matches.ts';
import { parameters, planned, publicConditions, type ResolvedFilter } from './public-filter.ts';

/** Among how many of the newest matches the most fitting are looked for. */
const MOST_RANKED = 500;
/** Stands for the score of what is too old to be ranked. */
const UNRANKED = -1;

/**
 * Published reports by how well they match the words: the newest matches ranked, then the older ones, newest first. One statement.
 * A position of another order begins anew.
 */
export function listByRelevance(
  database: Database,
  filter: ResolvedFilter,
  after: Position | null,
  limit: number,
): Promise<ListedRow[]> {
  const { values, parameter } = parameters();
  const conditions = publicConditions(filter, parameter);
  if (after?.number === UNRANKED && after.at !== null) {
    const position = `(r.published_at, r.id) < (${parameter(after.at)}::timestamptz, ${parameter(after.id)}::uuid)`;
    return planned<ListedRow>(
      database,
      `with ${newestMatches(conditions, position, limit, parameter)}
       select ${REPORT_COLUMNS}, ${UNRANKED} as sort_number, r.published_at::text as sort_at
       from matches m join report r on r.id = m.id order by r.published_at desc, r.id desc`,
      values,
    );
  }
  const most = `${parameter(limit)}::int`;
  // Whole numbers, so that a position is compared exactly.
  const score = `(ts_rank(r.search, ${parameter(filter.query)}::tsquery) * 1000000)::int`;
  const from =
    after && after.number !== null && after.at === null
      ? `where (score, id) < (${parameter(after.number)}::int, ${parameter(after.id)}::uuid)`
      : '';
  return planned<ListedRow>(
    database,
    `with near as materialized (${nearMatches(`r.id, r.published_at, ${score} as score`, conditions, 'true', String(MOST_RANKED))}),
     ranked as materialized (select id, score from near ${from} order by score desc, id desc limit ${most}),
     boundary as materialized (
       select * from (select published_at, id from near order by published_at, id limit 1) last where (select count(*) from near) = ${MOST_RANKED}
       union all (select * from (${lastOfTheNear('true')}) r where (select count(*) from near) < ${MOST_RANKED})
     ), older as materialized (
       select r.id, r.published_at from boundary b join report r on (r.published_at, r.id) < (b.published_at, b.id)
       where ${conditions.join(' and ')} and (select count(*) from ranked) < ${most} order by r.published_at desc, r.id desc limit ${most}
     ), page as materialized (
       select id, score, null::timestamptz as published_at from ranked union all select id, ${UNRANKED}, published_at from older
     )
     select ${REPORT_COLUMNS}, k.score as sort_number, k.published_at::text as sort_at from page k join report r on r.id = k.id
     order by k.score desc, k.published_at desc, k.id desc limit ${most}`,
    values,
  );
}
