import { expect, test } from 'vitest';
import { drawMap } from './draw-map.ts';
import { loadProvinceFeatures } from './province-features.ts';
import { loadRegencyFeatures } from './regency-features.ts';

test('a province is drawn by its regencies, each with a path inside the drawing', async () => {
  const { features } = await loadRegencyFeatures();
  expect(features).toHaveLength(514);
  const ofProvince = features.filter(({ properties }) => properties.province === '13');
  const { width, height, shapes } = drawMap(ofProvince, 640, 480);
  expect(shapes).toHaveLength(19);
  expect(shapes.find(({ code }) => code === '13.71')?.name).toBe('Kota Padang');
  expect(width).toBeLessThanOrEqual(640);
  expect(height).toBeLessThanOrEqual(480);
  for (const { path, x, y } of shapes) {
    expect(path).toMatch(/^M[\d. ]+(L[\d. ]+){2,}Z/);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(width);
    expect(y).toBeLessThanOrEqual(height);
  }
});

test('the country lies as it lies: Aceh in the north-west, Papua Selatan in the south-east', async () => {
  const { features } = await loadProvinceFeatures('lite');
  const { width, height, shapes } = drawMap(features, 940, 400);
  const of = (code: string) => shapes.find((shape) => shape.code === code)!;
  expect(shapes).toHaveLength(38);
  expect(of('11').x).toBeLessThan(width / 10);
  expect(of('11').y).toBeLessThan(height / 3);
  expect(of('93').x).toBeGreaterThan((width * 9) / 10);
  expect(of('93').y).toBeGreaterThan(height / 2);
});
