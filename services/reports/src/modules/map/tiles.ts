/** The square that is divided: all of Indonesia, each level in four quarters (`tile_key` in the database). */
const WEST = 94;
const SOUTH = -26.5;
const SIZE = 48;
/** Of a tile's key in the database. */
export const DEEPEST = 16;

export interface Bounds {
  south: number;
  west: number;
  north: number;
  east: number;
}

/** A square of the map, from its level and its keys in the database: from `first` up to, not including, `end`. */
export interface Cell {
  first: string;
  end: string;
}

const MOST_CELLS = 256;

/** At this level a cell is some 70 pixels wide on a map of the zoom that web maps count from 0. */
export const levelOf = (zoom: number): number => Math.min(Math.max(Math.round(zoom) - 1, 1), DEEPEST);

/** The cells of a level that lie within bounds, coarser where they would be more than 256. */
export function cellsWithin(bounds: Bounds, wantedLevel: number): { level: number; cells: Cell[] } {
  for (let level = wantedLevel; ; level -= 1) {
    const cellsAcross = 2 ** level;
    const index = (degrees: number, origin: number) =>
      Math.min(Math.max(Math.floor(((degrees - origin) / SIZE) * cellsAcross), 0), cellsAcross - 1);
    const [left, right] = [index(bounds.west, WEST), index(bounds.east, WEST)];
    const [bottom, top] = [index(bounds.south, SOUTH), index(bounds.north, SOUTH)];
    if (right < left || top < bottom) return { level, cells: [] };
    if ((right - left + 1) * (top - bottom + 1) > MOST_CELLS) continue;
    const cells: Cell[] = [];
    for (let y = bottom; y <= top; y++) for (let x = left; x <= right; x++) cells.push(cellAt(x, y, level));
    return { level, cells };
  }
}

function cellAt(x: number, y: number, level: number): Cell {
  let key = 0n;
  for (let bit = 0; bit < level; bit++)
    key |= (BigInt((x >> bit) & 1) | (BigInt((y >> bit) & 1) << 1n)) << BigInt(2 * bit);
  const depth = BigInt(2 * (DEEPEST - level));
  return { first: String(key << depth), end: String((key + 1n) << depth) };
}
