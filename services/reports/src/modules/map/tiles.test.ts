import { describe, expect, it } from 'vitest';
import { cellsWithin, levelOf } from './tiles.ts';

describe('the cells of a map', () => {
  it('are a sensible number at every zoom, also for the whole country', () => {
    const country = { south: -11, west: 95, north: 6, east: 141 };
    for (let zoom = 0; zoom <= 22; zoom++) {
      const { cells } = cellsWithin(country, levelOf(zoom));
      expect(cells.length).toBeGreaterThan(0);
      expect(cells.length).toBeLessThanOrEqual(256);
    }
  });

  it('lie side by side: none overlaps another, and four make the one above', () => {
    const bounds = { south: -26.5, west: 94, north: 21.4, east: 141.9 };
    const { cells } = cellsWithin(bounds, 3);
    const ranges = cells
      .map(({ first, end }) => [BigInt(first), BigInt(end)] as const)
      .sort((a, b) => (a[0] < b[0] ? -1 : 1));
    expect(ranges).toHaveLength(64);
    expect(ranges[0]![0]).toBe(0n);
    expect(ranges.at(-1)![1]).toBe(4n ** 16n);
    for (const [index, [first]] of ranges.entries()) if (index) expect(first).toBe(ranges[index - 1]![1]);
  });

  it('are none for bounds that are none', () => {
    expect(cellsWithin({ south: 1, west: 100, north: -1, east: 99 }, 8).cells).toEqual([]);
  });
});
