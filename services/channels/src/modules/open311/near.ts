const EARTH_METRES = 6_371_000;
const DEGREE_METRES = (Math.PI * EARTH_METRES) / 180;

interface Point {
  latitude: number;
  longitude: number;
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Along the surface. */
export function metresBetween(a: Point, b: Point): number {
  const half =
    Math.sin(radians(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(radians(a.latitude)) *
      Math.cos(radians(b.latitude)) *
      Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** A part of the map that holds everything within so many metres. */
export function boundsAround(latitude: number, longitude: number, metres: number) {
  const north = metres / DEGREE_METRES;
  const east = north / Math.max(0.01, Math.cos(radians(latitude)));
  return {
    south: Math.max(-90, latitude - north),
    north: Math.min(90, latitude + north),
    west: Math.max(-180, longitude - east),
    east: Math.min(180, longitude + east),
  };
}
