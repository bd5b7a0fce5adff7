import type { Point } from './regency-locator.ts';

/** A district (kecamatan) by its Kemendagri code and the centroid of its polygon. */
export type DistrictCentroid = Point & { code: string };

export type NearestDistrict<District> = { district: District; kilometres: number };

const kilometresPerDegree = 111.32;

/**
 * The district whose centroid is nearest; `null` when none lies within `withinKilometres`. An estimate: a district's border
 * may be nearer than its neighbour's centroid. With `inRegency` only its districts are looked at.
 */
export function nearestDistrict<District extends DistrictCentroid>(
  point: Point,
  districts: Iterable<District>,
  { withinKilometres, inRegency }: { withinKilometres: number; inRegency?: string },
): NearestDistrict<District> | null {
  // Flat-earth distance: within Indonesia's latitudes and a few dozen kilometres it errs by less than 0.1 %.
  const shrink = Math.cos((point.latitude * Math.PI) / 180);
  const prefix = inRegency === undefined ? '' : `${inRegency}.`;
  let best: District | null = null;
  let bestSquare = (withinKilometres / kilometresPerDegree) ** 2;
  for (const district of districts) {
    const north = district.latitude - point.latitude;
    const east = (district.longitude - point.longitude) * shrink;
    const square = north * north + east * east;
    if (square <= bestSquare && district.code.startsWith(prefix)) {
      best = district;
      bestSquare = square;
    }
  }
  return best === null ? null : { district: best, kilometres: Math.sqrt(bestSquare) * kilometresPerDegree };
}
