import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaBetween, inTheMiddle, isMeant, moved, SMALLEST, stretched, type Area } from './areas.ts';

const share = fc.double({ min: -0.5, max: 1.5, noNaN: true });
const point = fc.record({ x: share, y: share });
const isWithin = ({ x, y, width, height }: Area) =>
  x >= 0 && y >= 0 && x + width <= 1.000_001 && y + height <= 1.000_001 && width >= 0 && height >= 0;

describe('areas of a photo', () => {
  it('lie within it, whichever corner comes first', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        expect(isWithin(areaBetween(from, to))).toBe(true);
        expect(areaBetween(from, to)).toEqual(areaBetween(to, from));
      }),
    );
  });

  it('keep their size when they are moved, and stay within the photo', () => {
    fc.assert(
      fc.property(fc.array(point), (steps) => {
        const end = steps.reduce(moved, inTheMiddle());
        expect(isWithin(end)).toBe(true);
        expect(end).toMatchObject({ width: 0.2, height: 0.2 });
      }),
    );
  });

  it('keep their corner when they are stretched, and never vanish', () => {
    fc.assert(
      fc.property(fc.array(point), (steps) => {
        const end = steps.reduce(stretched, inTheMiddle());
        expect(isWithin(end)).toBe(true);
        expect(end).toMatchObject({ x: 0.4, y: 0.4 });
        expect(isMeant(end)).toBe(true);
      }),
    );
  });

  it('are none when somebody only clicked', () => {
    expect(isMeant(areaBetween({ x: 0.3, y: 0.3 }, { x: 0.3 + SMALLEST / 2, y: 0.9 }))).toBe(false);
  });
});
