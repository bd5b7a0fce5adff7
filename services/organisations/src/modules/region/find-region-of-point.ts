import { loadRegencyLocator } from '@lapor/boundaries';
import type { Database } from '@lapor/database';
import type { Region } from './graphql.ts';
import { toRegion } from './mapper.ts';
import { findNearestDistrict, findRegions } from './repository.ts';

/**
 * The likely district of a point: in the regency whose polygon holds the point, the district with the nearest centre. A point in no polygon
 * (a pier, an islet) takes the nearest district within 25 km; one farther out at sea or abroad has none.
 */
export async function findRegionOfPoint(
  database: Database,
  point: { latitude: number; longitude: number },
): Promise<Region | null> {
  const regency = (await loadRegencyLocator()).find(point);
  const district = await findNearestDistrict(database, point, regency?.code ?? null);
  if (district !== null) return toRegion(district);
  if (regency === null) return null;
  const [row] = await findRegions(database, [regency.code]);
  return row === undefined ? null : toRegion(row);
}
