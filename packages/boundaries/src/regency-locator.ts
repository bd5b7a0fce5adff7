import { type RegencyTopology, arcsOf, readTopology, regencyFile } from './topology-file.ts';

/** WGS84 degrees. */
export type Point = { latitude: number; longitude: number };

/** A regency or city by its Kemendagri code, e.g. `13.71` Kota Padang in province `13`. */
export type LocatedRegency = { code: string; name: string; provinceCode: string };

export type RegencyLocator = {
  /** The regency or city whose polygon holds the point; `null` at sea, abroad, and on islets left out of the data. */
  find(point: Point): LocatedRegency | null;
};

/**
 * All arcs as absolute quantised coordinates in one array. Rings are never put together: by the even-odd rule a point lies
 * inside when a ray crosses the arcs of the region an odd number of times, in whatever order. Neighbours share the very same arc,
 * so a point near a border belongs to exactly one of them.
 */
type PackedArcs = {
  coordinates: Int32Array;
  /** Arc `i` is the points `starts[i]` up to, not including, `starts[i + 1]`. */
  starts: Uint32Array;
  /** Per arc: minX, minY, maxX, maxY. */
  boxes: Int32Array;
};

type PackedRegency = LocatedRegency & { arcs: Uint16Array };

const loaded = new Map<string, Promise<RegencyLocator>>();

/**
 * Reads the boundaries on the first call and keeps them for the process (2.6 MB, shared by all callers).
 * Rejects when the file cannot be read.
 */
export function loadRegencyLocator(file: URL = regencyFile): Promise<RegencyLocator> {
  let locator = loaded.get(file.href);
  if (locator === undefined) {
    locator = readTopology<RegencyTopology>(file).then(buildRegencyLocator);
    loaded.set(file.href, locator);
    locator.catch(() => loaded.delete(file.href));
  }
  return locator;
}

export function buildRegencyLocator(topology: RegencyTopology): RegencyLocator {
  if (topology.transform === undefined) throw new TypeError('The topology must be quantised');
  const arcs = packArcs(topology.arcs);
  const regencies: PackedRegency[] = [];
  for (const geometry of topology.objects.regencies.geometries) {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue;
    const { code, name, province } = geometry.properties!;
    regencies.push({ code, name, provinceCode: province, arcs: Uint16Array.from(arcsOf(geometry)) });
  }
  const boxes = regencyBoxes(regencies, arcs);
  const [scaleX, scaleY] = topology.transform.scale;
  const [originX, originY] = topology.transform.translate;

  return {
    find({ latitude, longitude }) {
      const x = (longitude - originX) / scaleX;
      const y = (latitude - originY) / scaleY;
      for (const [index, regency] of regencies.entries()) {
        if (!isInBox(boxes, index, x, y) || !isInside(regency, arcs, x, y)) continue;
        return { code: regency.code, name: regency.name, provinceCode: regency.provinceCode };
      }
      return null;
    },
  };
}

function packArcs(arcs: readonly number[][][]): PackedArcs {
  const points = arcs.reduce((sum, arc) => sum + arc.length, 0);
  const coordinates = new Int32Array(points * 2);
  const starts = new Uint32Array(arcs.length + 1);
  const boxes = new Int32Array(arcs.length * 4);
  let point = 0;
  for (const [index, arc] of arcs.entries()) {
    starts[index] = point;
    let x = 0;
    let y = 0;
    const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
    for (const [deltaX = 0, deltaY = 0] of arc) {
      x += deltaX;
      y += deltaY;
      coordinates[point * 2] = x;
      coordinates[point * 2 + 1] = y;
      point += 1;
      growBox(box, x, y, x, y);
    }
    boxes.set(box, index * 4);
  }
  starts[arcs.length] = point;
  return { coordinates, starts, boxes };
}

function regencyBoxes(regencies: readonly PackedRegency[], arcs: PackedArcs): Int32Array {
  const boxes = new Int32Array(regencies.length * 4);
  for (const [index, regency] of regencies.entries()) {
    const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
    for (const arc of regency.arcs) {
      const [minX = 0, minY = 0, maxX = 0, maxY = 0] = arcs.boxes.subarray(arc * 4, arc * 4 + 4);
      growBox(box, minX, minY, maxX, maxY);
    }
    boxes.set(box, index * 4);
  }
  return boxes;
}

function growBox(
  box: [number, number, number, number],
  minX: number,
  minY: number,
  maxX: number,
  maxY: number,
): void {
  box[0] = Math.min(box[0], minX);
  box[1] = Math.min(box[1], minY);
  box[2] = Math.max(box[2], maxX);
  box[3] = Math.max(box[3], maxY);
}

function isInBox(boxes: Int32Array, index: number, x: number, y: number): boolean {
  const at = index * 4;
  return x >= boxes[at]! && y >= boxes[at + 1]! && x <= boxes[at + 2]! && y <= boxes[at + 3]!;
}

function isInside(regency: PackedRegency, arcs: PackedArcs, x: number, y: number): boolean {
  let crossings = 0;
  for (const arc of regency.arcs) {
    const at = arc * 4;
    // The ray runs to the east: an arc below, above or west of the point cannot be crossed.
    if (y < arcs.boxes[at + 1]! || y > arcs.boxes[at + 3]! || x > arcs.boxes[at + 2]!) continue;
    crossings += countCrossings(arcs, arc, x, y);
  }
  return crossings % 2 === 1;
}

function countCrossings({ coordinates, starts }: PackedArcs, arc: number, x: number, y: number): number {
  const end = starts[arc + 1]! * 2;
  let at = starts[arc]! * 2;
  let fromX = coordinates[at]!;
  let fromY = coordinates[at + 1]!;
  let crossings = 0;
  for (at += 2; at < end; at += 2) {
    const toX = coordinates[at]!;
    const toY = coordinates[at + 1]!;
    // Half-open in y, so that a vertex on the ray counts once.
    if (fromY > y !== toY > y && x < fromX + ((y - fromY) * (toX - fromX)) / (toY - fromY)) crossings += 1;
    fromX = toX;
    fromY = toY;
  }
  return crossings;
}
