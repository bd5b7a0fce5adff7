import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { feature } from 'topojson-client';
import { beforeAll, describe, expect, test } from 'vitest';
import { type RegencyLocator, buildRegencyLocator, loadRegencyLocator } from './regency-locator.ts';
import { type RegencyTopology, regencyFile } from './topology-file.ts';

let locator: RegencyLocator;
beforeAll(async () => {
  locator = await loadRegencyLocator();
});

describe('the regency of a real place', () => {
  test.each([
    ['Padang, Balai Kota at Aie Pacah', -0.8726, 100.3884, '13.71', '13'],
    ['Padang, Kuranji', -0.9149, 100.4052, '13.71', '13'],
    ['Batulicin', -3.4474, 115.9966, '63.10', '63'],
    ['Jakarta, Monas', -6.1754, 106.8272, '31.71', '31'],
    ['Pariaman', -0.6264, 100.1179, '13.77', '13'],
    ['Bandung, Gedung Sate', -6.9025, 107.6188, '32.73', '32'],
    ['Merauke', -8.4991, 140.4049, '93.01', '93'],
    ['Sabang', 5.8922, 95.3193, '11.72', '11'],
    ['Bukittinggi, an enclave of Agam', -0.3051, 100.3692, '13.75', '13'],
    ['Agam around it, at Koto Gadang', -0.3245, 100.3493, '13.06', '13'],
  ])('%s', (_name, latitude, longitude, code, provinceCode) => {
    expect(locator.find({ latitude, longitude })).toMatchObject({ code, provinceCode });
  });

  test.each([
    ['the Indian Ocean', -6, 98],
    ['the Java Sea', -5, 110],
    ['Singapore', 1.3521, 103.8198],
    ['Dili', -8.5569, 125.5603],
    ['the North Pole', 90, 0],
  ])('%s is in none', (_name, latitude, longitude) => {
    expect(locator.find({ latitude, longitude })).toBeNull();
  });
});

describe('the index', () => {
  const topology = JSON.parse(readFileSync(regencyFile, 'utf8')) as RegencyTopology;

  test('answers as a plain test on the assembled polygons does', () => {
    const { features } = feature(topology, topology.objects.regencies);
    const point = fc.record({
      latitude: fc.double({ min: -9.5, max: 3, noNaN: true }),
      longitude: fc.double({ min: 98, max: 141, noNaN: true }),
    });
    let onLand = 0;
    fc.assert(
      fc.property(point, ({ latitude, longitude }) => {
        const expected = features.find(({ geometry }) => {
          if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return false;
          const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
          return polygons.some(
            ([outline, ...holes]) =>
              isInRing(outline!, longitude, latitude) &&
              !holes.some((hole) => isInRing(hole, longitude, latitude)),
          );
        });
        if (expected !== undefined) onLand += 1;
        expect(locator.find({ latitude, longitude })?.code).toBe(expected?.properties.code);
      }),
      { numRuns: 150, seed: 45 },
    );
    expect(onLand).toBeGreaterThan(20);
  });

  test('needs a quantised topology', () => {
    expect(() => buildRegencyLocator({ ...topology, transform: undefined })).toThrow('quantised');
  });

  test('is read once for all callers', async () => {
    expect(await loadRegencyLocator()).toBe(locator);
  });

  test('that cannot be read is asked for again at the next call', async () => {
    const nowhere = new URL('nowhere.topojson', regencyFile);
    const first = loadRegencyLocator(nowhere);
    await expect(first).rejects.toThrow('ENOENT');
    expect(loadRegencyLocator(nowhere)).not.toBe(first);
    await expect(loadRegencyLocator(nowhere)).rejects.toThrow('ENOENT');
  });
});

function isInRing(ring: number[][], x: number, y: number): boolean {
  let inside = false;
  for (let index = 1; index < ring.length; index += 1) {
    const [fromX = 0, fromY = 0] = ring[index - 1]!;
    const [toX = 0, toY = 0] = ring[index]!;
    if (fromY > y !== toY > y && x < fromX + ((y - fromY) * (toX - fromX)) / (toY - fromY)) inside = !inside;
  }
  return inside;
}
