import { expect, it } from 'vitest';
import { distanceKm, sayDistance } from './distance.ts';

const padang = { latitude: -0.9492, longitude: 100.3543 };
const bukittinggi = { latitude: -0.3051, longitude: 100.3692 };

it('is counted along the ground', () => {
  expect(distanceKm(padang, padang)).toBe(0);
  expect(distanceKm(padang, bukittinggi)).toBeCloseTo(71.6, 0);
  expect(distanceKm(bukittinggi, padang)).toBeCloseTo(distanceKm(padang, bukittinggi), 9);
});

it('is said as people say it', () => {
  expect(sayDistance(0, 'id-ID')).toBe('10 m');
  expect(sayDistance(0.237, 'id-ID')).toBe('240 m');
  expect(sayDistance(1.24, 'id-ID')).toBe('1,2 km');
  expect(sayDistance(71.6, 'en-GB')).toBe('72 km');
});
