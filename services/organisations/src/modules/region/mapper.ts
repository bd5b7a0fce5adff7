import { Region } from './graphql.ts';
import type { RegionRow } from './repository.ts';

export function toRegion(row: RegionRow): Region {
  return Object.assign(new Region(), {
    code: row.code,
    name: row.name,
    level: row.level,
    fullName: row.full_name,
    timeZone: row.time_zone,
    timeZoneLabel: row.time_zone_label,
    latitude: row.latitude,
    longitude: row.longitude,
    parentCode: row.parent_code,
  });
}
