import { expect, test } from 'vitest';
import { nearestDistrict } from './nearest-district.ts';

// Centroids of data/regions.csv, rounded.
const districts = [
  { code: '13.71.09', name: 'Kuranji', latitude: -0.899, longitude: 100.406 },
  { code: '13.71.08', name: 'Pauh', latitude: -0.909, longitude: 100.475 },
  { code: '13.06.01', name: 'Tanjung Mutiara', latitude: -0.388, longitude: 99.945 },
];
const near = { withinKilometres: 25 };

test('the nearest centroid wins, with its distance', () => {
  const found = nearestDistrict({ latitude: -0.9149, longitude: 100.4052 }, districts, near);
  expect(found?.district.name).toBe('Kuranji');
  // 0.0159° of latitude and next to nothing of longitude.
  expect(found?.kilometres).toBeCloseTo(1.77, 1);
});

test('a point at sea off the coast belongs to the next district on land', () => {
  expect(nearestDistrict({ latitude: -0.4, longitude: 99.8 }, districts, near)?.district.code).toBe(
    '13.06.01',
  );
});

test('nothing within reach is nothing', () => {
  expect(nearestDistrict({ latitude: -6, longitude: 98 }, districts, near)).toBeNull();
  expect(nearestDistrict({ latitude: -0.9, longitude: 100.4 }, [], near)).toBeNull();
});

test('can be kept to the districts of one regency', () => {
  const point = { latitude: -0.9149, longitude: 100.4052 };
  const inAgam = { withinKilometres: 500, inRegency: '13.06' };
  expect(nearestDistrict(point, districts, inAgam)?.district.code).toBe('13.06.01');
});

test('degrees of longitude are shorter than those of latitude, away from the equator', () => {
  const pair = [
    { code: 'east', latitude: 60, longitude: 11 },
    { code: 'north', latitude: 60.7, longitude: 10 },
  ];
  const found = nearestDistrict({ latitude: 60, longitude: 10 }, pair, { withinKilometres: 200 });
  expect(found?.district.code).toBe('east');
});
