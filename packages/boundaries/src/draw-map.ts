import type { Feature, MultiPolygon } from 'geojson';

/** A region as it is drawn. */
export interface DrawnShape {
  code: string;
  name: string;
  /** SVG path. */
  path: string;
  /** Middle of its largest piece, where a name may stand. */
  x: number;
  y: number;
}

/** A map that is ready to be shown: no projection is left to do. */
export interface DrawnMap {
  width: number;
  height: number;
  shapes: DrawnShape[];
}

const PADDING = 6;

/**
 * Regions as SVG paths in a drawing of a given width. Degrees are drawn as they are: at the equator they are as high as wide. Pure.
 * @param highest the drawing becomes narrower rather than higher than this.
 */
export function drawMap(
  features: readonly Feature<MultiPolygon, { code: string; name: string }>[],
  widest: number,
  highest: number,
): DrawnMap {
  const [west, north, east, south] = extentOf(features);
  const scale = Math.min((widest - 2 * PADDING) / (east - west), (highest - 2 * PADDING) / (north - south));
  const x = (longitude: number) => round((longitude - west) * scale + PADDING);
  const y = (latitude: number) => round((north - latitude) * scale + PADDING);
  return {
    width: Math.ceil((east - west) * scale + 2 * PADDING),
    height: Math.ceil((north - south) * scale + 2 * PADDING),
    shapes: features.map(({ properties: { code, name }, geometry }) => {
      const rings = geometry.coordinates
        .flat()
        .map((ring) => ring.map(([longitude = 0, latitude = 0]) => [x(longitude), y(latitude)] as const));
      const outlines = geometry.coordinates.map(([outline = []]) => outline);
      const [w, n, e, s] = boxOf(outlines.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0] ?? []);
      return {
        code,
        name,
        path: rings.map(pathOf).join(''),
        x: x((w + e) / 2),
        y: y((n + s) / 2),
      };
    }),
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Points that fall onto the one before are left out. */
function pathOf(ring: readonly (readonly [number, number])[]): string {
  const points = ring.filter(
    ([x, y], index) => index === 0 || x !== ring[index - 1]![0] || y !== ring[index - 1]![1],
  );
  return `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`;
}

type Box = readonly [west: number, north: number, east: number, south: number];

function boxOf(ring: readonly (readonly number[])[]): Box {
  return ring.reduce<Box>(
    ([west, north, east, south], [longitude = 0, latitude = 0]) => [
      Math.min(west, longitude),
      Math.max(north, latitude),
      Math.max(east, longitude),
      Math.min(south, latitude),
    ],
    [Infinity, -Infinity, -Infinity, Infinity],
  );
}

function sizeOf(ring: readonly (readonly number[])[]): number {
  const [west, north, east, south] = boxOf(ring);
  return (east - west) * (north - south);
}

const extentOf = (features: readonly Feature<MultiPolygon>[]): Box =>
  boxOf(features.flatMap(({ geometry }) => geometry.coordinates.flat(2)));
