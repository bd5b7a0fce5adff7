/** A part of a photo, in shares of its width and height from the upper left corner: 0 to 1. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Point {
  x: number;
  y: number;
}

/** Below this nobody meant it: a click, not a rectangle. */
export const SMALLEST = 0.01;
/** How far a key moves or stretches. */
export const STEP = 0.01;

const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

/** The rectangle between two corners, whichever comes first; what lies beside the photo is left out. */
export function areaBetween(from: Point, to: Point): Area {
  const [left, right] = [within(Math.min(from.x, to.x), 1), within(Math.max(from.x, to.x), 1)];
  const [top, bottom] = [within(Math.min(from.y, to.y), 1), within(Math.max(from.y, to.y), 1)];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Large enough to be meant. */
export const isMeant = ({ width, height }: Area): boolean => width >= SMALLEST && height >= SMALLEST;

/** Elsewhere, as large as before, within the photo. */
export const moved = (area: Area, by: Point): Area => ({
  ...area,
  x: within(area.x + by.x, 1 - area.width),
  y: within(area.y + by.y, 1 - area.height),
});

/** Larger or smaller at its right and lower edge, within the photo. */
export const stretched = (area: Area, by: Point): Area => ({
  ...area,
  width: Math.max(SMALLEST, within(area.width + by.x, 1 - area.x)),
  height: Math.max(SMALLEST, within(area.height + by.y, 1 - area.y)),
});

/** One in the middle, to be moved by the keys. */
export const inTheMiddle = (): Area => ({ x: 0.4, y: 0.4, width: 0.2, height: 0.2 });
