import { beforeAll, expect, test } from 'vitest';
import { type ProvinceFeatures, loadProvinceFeatures } from './province-features.ts';

let full: ProvinceFeatures;
let lite: ProvinceFeatures;
beforeAll(async () => {
  full = await loadProvinceFeatures('full');
  lite = await loadProvinceFeatures('lite');
});

test('both details hold all 38 provinces by code', () => {
  const codes = full.features.map(({ properties }) => properties.code);
  expect(new Set(codes).size).toBe(38);
  expect(full.features.find(({ id }) => id === '13')?.properties).toEqual({
    code: '13',
    name: 'Sumatera Barat',
  });
  expect(lite.features.map(({ properties }) => properties.code)).toEqual(codes);
});

test('every ring is closed and has at least three corners', () => {
  for (const { features } of [full, lite]) {
    for (const { geometry } of features) {
      expect(geometry.coordinates.length).toBeGreaterThan(0);
      for (const ring of geometry.coordinates.flat()) {
        expect(ring.length).toBeGreaterThanOrEqual(4);
        expect(ring.at(-1)).toEqual(ring[0]);
      }
    }
  }
});

test('lite is less than a third of full, and still covers the country', () => {
  expect(JSON.stringify(lite).length).toBeLessThan(JSON.stringify(full).length / 3);
  const extent = (features: ProvinceFeatures) => {
    const points = features.features.flatMap(({ geometry }) => geometry.coordinates.flat(2));
    const longitudes = points.map(([longitude]) => longitude!);
    return [
      longitudes.reduce((a, b) => Math.min(a, b)),
      longitudes.reduce((a, b) => Math.max(a, b)),
    ] as const;
  };
  const [west, east] = extent(lite);
  expect(west).toBeCloseTo(extent(full)[0], 1);
  expect(east).toBeCloseTo(extent(full)[1], 1);
});
