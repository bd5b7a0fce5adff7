import type { Database } from '@lapor/database';
import { isUnfiltered, parameters, planned, publicConditions, type ResolvedFilter } from '../search/index.ts';
import { cellsWithin, DEEPEST, levelOf, type Bounds } from './tiles.ts';

export interface ClusterRow {
  count: number;
  longitude: number;
  latitude: number;
  /** One of the reports: the only one where the count is one. */
  report_id: string;
  /** There are more. */
  is_cut: boolean;
}

/** Beyond this a cell says "at least". */
export const MOST_COUNTED = 1_000;
/** Matches of a filter that are put on a map, the newest first. */
const MOST_FILTERED = 10_000;

/** Reports of a cell from which its middle is taken. */
const MOST_SAMPLED = 20;
/** Degrees; a wider part of the map holds so much that the newest matches are looked for first. */
const WIDE = 8;

/**
 * Published reports with a point within bounds, by the cells of a zoom level, most first; one statement. Without a filter each cell counts
 * its range of the index up to a thousand; with one the 10,000 newest matches are divided. What it costs does not grow with the reports.
 */
export function listClusters(
  database: Database,
  bounds: Bounds,
  zoom: number,
  filter: ResolvedFilter,
): Promise<ClusterRow[]> {
  const { level, cells } = cellsWithin(bounds, levelOf(zoom));
  if (cells.length === 0) return Promise.resolve([]);
  if (!isUnfiltered(filter)) return listFiltered(database, bounds, level, filter);
  return database.query<ClusterRow>(
    'map-cells',
    `with counted as (
       select cell.first_key, cell.end_key, c.count from unnest($1::bigint[], $2::bigint[]) as cell (first_key, end_key) cross join lateral (
         select count(*)::int as count from (
           select 1 from report r where r.is_published and r.tile >= cell.first_key and r.tile < cell.end_key limit ${MOST_COUNTED + 1}) n) c
       where c.count > 0)
     select counted.count, counted.count > ${MOST_COUNTED} as is_cut, s.longitude, s.latitude, s.report_id
     from counted cross join lateral (
       select avg(location[0]) as longitude, avg(location[1]) as latitude, min(id::text) as report_id from (
         select r.id, r.location from report r where r.is_published and r.tile >= counted.first_key and r.tile < counted.end_key limit ${MOST_SAMPLED}) n) s
     order by counted.count desc, s.report_id`,
    [cells.map(({ first }) => first), cells.map(({ end }) => end)],
  );
}

function listFiltered(
  database: Database,
  bounds: Bounds,
  level: number,
  filter: ResolvedFilter,
): Promise<ClusterRow[]> {
  const { values, parameter } = parameters();
  const conditions = publicConditions(filter, parameter);
  const corner = (longitude: number, latitude: number) =>
    `point(${parameter(longitude)}::float8, ${parameter(latitude)}::float8)`;
  const within = `location <@ box(${corner(bounds.west, bounds.south)}, ${corner(bounds.east, bounds.north)})`;
  const isWide = bounds.east - bounds.west > WIDE || bounds.north - bounds.south > WIDE;
  conditions.push(isWide ? 'r.tile is not null' : `r.${within}`);
  return planned<ClusterRow>(
    database,
    `with found as materialized (
       select r.id, r.location, r.tile from report r where ${conditions.join(' and ')}
       order by r.published_at desc, r.id desc limit ${MOST_FILTERED + 1})
     select count(*)::int as count, avg(location[0]) as longitude, avg(location[1]) as latitude, min(id::text) as report_id,
       count(*) > ${MOST_COUNTED} or (select count(*) > ${MOST_FILTERED} from found) as is_cut
     from found where ${within} group by tile >> ${2 * (DEEPEST - level)} order by count desc, report_id`,
    values,
  );
}
