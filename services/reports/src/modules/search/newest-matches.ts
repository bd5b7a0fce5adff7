import type { Parameter } from './public-filter.ts';

/** So many of the newest published reports are looked through, one after the other, before an index of a condition is asked. */
export const NEAR = 5_000;

const NEWEST_FIRST = 'order by r.published_at desc, r.id desc';

/** The newest published reports that come after a position (a condition on `r`, or `true`). */
const newest = (position: string): string => `report r where r.is_published and ${position} ${NEWEST_FIRST}`;

/** Those of the newest that meet the conditions, newest first: a `select` of columns of `r`. It ends as soon as it has enough. */
export const nearMatches = (
  columns: string,
  conditions: readonly string[],
  position: string,
  limit: string,
): string =>
  `select ${columns} from (select * from ${newest(position)} limit ${NEAR}) r where ${conditions.join(' and ')} ${NEWEST_FIRST} limit ${limit}`;

/** The last of the newest: older ones are not looked through; no row when there are none. */
export const lastOfTheNear = (position: string): string =>
  `select r.published_at, r.id from ${newest(position)} offset ${NEAR - 1} limit 1`;

/**
 * The newest matches as CTEs, of which `matches` (id, published_at) is the last. A word that many reports have is found among the newest;
 * one that few have is left to its index. The planner alone, which does not know what words have to do with each other, fetches and
 * sorts every match of the country for a page of twenty.
 */
export function newestMatches(
  conditions: readonly string[],
  position: string,
  limit: number,
  parameter: Parameter,
): string {
  const most = `${parameter(limit)}::int`;
  return `near as materialized (${nearMatches('r.id, r.published_at', conditions, position, most)}),
    boundary as materialized (${lastOfTheNear(position)}),
    older as materialized (select r.id, r.published_at from boundary b join report r on (r.published_at, r.id) < (b.published_at, b.id)
      where ${conditions.join(' and ')} and (select count(*) from near) < ${most} ${NEWEST_FIRST} limit ${most}),
    matches as materialized (select id, published_at from (select * from near union all select * from older) r ${NEWEST_FIRST} limit ${most})`;
}
