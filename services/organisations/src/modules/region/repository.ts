import type { Database } from '@lapor/database';
import type { Meaning } from '../search/index.ts';
import type { RegionLevel } from './graphql.ts';

export type RegionRow = {
  code: string;
  name: string;
  level: RegionLevel;
  parent_code: string | null;
  full_name: string;
  time_zone: string;
  time_zone_label: string;
  latitude: number;
  longitude: number;
};

const columns =
  'r.code, r.name, r.level, r.parent_code, r.full_name, r.time_zone, r.time_zone_label, r.latitude, r.longitude';

export function findRegions(database: Database, codes: readonly string[]): Promise<RegionRow[]> {
  return database.query('regions-by-code', `select ${columns} from region r where r.code = any($1)`, [codes]);
}

/** By name: the children of a region, else all regions of the levels. */
export function listRegions(
  database: Database,
  {
    parentCode,
    levels,
    first,
  }: { parentCode: string | null; levels: readonly RegionLevel[] | null; first: number },
): Promise<RegionRow[]> {
  if (parentCode !== null) {
    return database.query(
      'regions-of-parent',
      `select ${columns} from region r
       where r.parent_code = $1 and ($2::text[] is null or r.level = any($2)) and r.retired_at is null
       order by r.name, r.code limit $3`,
      [parentCode, levels, first],
    );
  }
  return database.query(
    'regions-of-level',
    `select ${columns} from region r where r.level = any($1) and r.retired_at is null order by r.name, r.code limit $2`,
    [levels ?? ['PROVINCE'], first],
  );
}

/** Best matches first: by the own name before the place, in the order that was typed, whole words before beginnings, large regions before small ones. */
export function searchRegions(
  database: Database,
  meaning: Meaning,
  {
    withinCode,
    levels,
    first,
  }: { withinCode: string | null; levels: readonly RegionLevel[] | null; first: number },
): Promise<RegionRow[]> {
  return database.query(
    'regions-by-words',
    `select ${columns} from region r
     where r.search @@ $1::tsquery and ($4::text is null or starts_with(r.code, $4 || '.'))
       and ($5::text[] is null or r.level = any($5)) and r.retired_at is null
     order by r.search @@ $2::tsquery desc, r.search @@ $7::tsquery desc, r.search @@ $3::tsquery desc, char_length(r.code), char_length(r.name), r.name, r.code
     limit $6`,
    [meaning.byPrefix, meaning.byName, meaning.exactly, withinCode, levels, first, meaning.inOrder],
  );
}

// A degree of latitude is 111 km; at Indonesia's latitudes one of longitude is at most 2 % shorter.
const reachDegrees = 25 / 111;

/** The district whose centre is nearest: of the regency if one is given, else of all within 25 km. */
export async function findNearestDistrict(
  database: Database,
  point: { latitude: number; longitude: number },
  regencyCode: string | null,
): Promise<RegionRow | null> {
  const values = [point.longitude, point.latitude];
  const [row] =
    regencyCode === null
      ? await database.query<RegionRow>(
          'district-near-point',
          `select ${columns} from region r
           where r.level = 'DISTRICT' and r.retired_at is null and r.centroid <@ circle(point($1, $2), ${reachDegrees})
           order by r.centroid <-> point($1, $2) limit 1`,
          values,
        )
      : await database.query<RegionRow>(
          'district-of-regency-near-point',
          `select ${columns} from region r
           where r.parent_code = $3 and r.level = 'DISTRICT' and r.retired_at is null
           order by r.centroid <-> point($1, $2) limit 1`,
          [...values, regencyCode],
        );
  return row ?? null;
}
