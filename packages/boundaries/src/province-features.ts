import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import { type ProvinceTopology, provinceFile, readTopology } from './topology-file.ts';

export type ProvinceFeatures = FeatureCollection<MultiPolygon, { code: string; name: string }>;

// Grids in steps per degree. The file's own grid is 0.0006°; 0.05° is 5.5 km, a pixel of a national map 920 pixels wide.
const stepsPerDegree = { full: 10_000, lite: 20 };

/**
 * The 38 provinces as GeoJSON for maps (WGS84). `lite` (an eighth of the compressed size) is for maps of the whole country: points are drawn to
 * a grid of 0.05°, and islands that shrink to nothing on it are left out, but never a province's largest one.
 * Reads the file on every call: keep what you make of it.
 */
export async function loadProvinceFeatures(detail: 'full' | 'lite'): Promise<ProvinceFeatures> {
  const topology = await readTopology<ProvinceTopology>(provinceFile);
  const collection = feature(topology, topology.objects.provinces);
  const steps = stepsPerDegree[detail];
  return {
    type: 'FeatureCollection',
    features: collection.features.map(({ id, properties, geometry }) => ({
      type: 'Feature',
      id,
      properties: { code: properties.code, name: properties.name },
      geometry: { type: 'MultiPolygon', coordinates: drawToGrid(polygonsOf(geometry), steps) },
    })),
  };
}

export function polygonsOf(geometry: { type: string } & object): Position[][][] {
  const { type, coordinates } = geometry as Polygon | MultiPolygon;
  return type === 'Polygon' ? [coordinates] : coordinates;
}

/** Points go to a grid; what shrinks to nothing on it is left out, but never the largest piece. */
export function drawToGrid(polygons: Position[][][], steps: number): Position[][][] {
  const drawn = polygons.map((rings) => rings.map((ring) => ringOnGrid(ring, steps)));
  const visible = drawn.flatMap(([outline = [], ...holes]) =>
    hasArea(outline) ? [[outline, ...holes.filter(hasArea)]] : [],
  );
  return visible.length > 0 ? visible : largest(drawn);
}

function largest(polygons: Position[][][]): Position[][][] {
  return polygons.toSorted((a, b) => b[0]!.length - a[0]!.length).slice(0, 1);
}

/** Neighbours share their points, and a point goes to the same grid point for both: borders stay closed. */
function ringOnGrid(ring: Position[], steps: number): Position[] {
  const points: Position[] = [];
  for (const [longitude = 0, latitude = 0] of ring) {
    const point = [Math.round(longitude * steps) / steps, Math.round(latitude * steps) / steps];
    const previous = points.at(-1);
    if (previous === undefined || previous[0] !== point[0] || previous[1] !== point[1]) points.push(point);
  }
  return points;
}

function hasArea(ring: Position[]): boolean {
  let doubled = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [fromX = 0, fromY = 0] = ring[index - 1]!;
    const [toX = 0, toY = 0] = ring[index]!;
    doubled += fromX * toY - toX * fromY;
  }
  // The sum of a flat ring is not exactly zero.
  return ring.length >= 4 && Math.abs(doubled) > 1e-9;
}
