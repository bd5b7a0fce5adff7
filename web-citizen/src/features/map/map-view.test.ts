import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areaView,
  COUNTRY,
  covers,
  countryView,
  isAbout,
  isIn,
  mapWidthIn,
  regionView,
  nearestTo,
  putApart,
  widened,
  zoomOfCountry,
  zoomOfRegion,
  type MapView,
} from './map-view.ts';

describe('the first view of the map', () => {
  it('is the country, as near as the width allows', () => {
    expect(zoomOfCountry(360)).toBe(3);
    expect(zoomOfCountry(1280)).toBe(5);
    // Beside its list the map is narrower than the window.
    expect(countryView(1280)).toMatchObject({ bounds: COUNTRY, zoom: 4 });
  });

  it('goes nearer the smaller the region is', () => {
    const zooms = ['13', '13.02', '13.71', '13.71.09'].map(zoomOfRegion);
    expect(zooms).toEqual(zooms.toSorted((a, b) => a - b));
  });

  it('asks for no more than what the map may show of a region, so that groups are as fine as the map is near', () => {
    const centre = { latitude: -0.9, longitude: 100.4 };
    const { bounds, zoom } = regionView('13.71', centre, 360);
    expect(zoom).toBe(zoomOfRegion('13.71') - 1);
    expect(regionView('13.71', centre, 1280).zoom).toBe(zoomOfRegion('13.71'));
    expect(isIn(bounds, centre)).toBe(true);
    expect(bounds.east - bounds.west).toBeLessThan(0.5);
    expect(isIn(bounds, { latitude: -0.9, longitude: 101 })).toBe(false);
  });
});

describe('a part of the map that stands in an address', () => {
  it('opens where it was, on the same screen and on another', () => {
    const centre = { latitude: -0.95, longitude: 100.37 };
    const seen = (pixels: number, zoom: number) => {
      const half = (size: number) => (size * 360) / (256 * 2 ** zoom) / 2;
      const [wide, high] = [half(mapWidthIn(pixels)), half(320)];
      return { south: -0.95 - high, north: -0.95 + high, west: 100.37 - wide, east: 100.37 + wide };
    };
    for (const zoom of [5, 9, 14])
      for (const pixels of [360, 390, 800]) {
        const view = areaView(seen(pixels, zoom), pixels);
        expect(view.zoom, `${zoom} at ${pixels}`).toBe(zoom);
        expect(view.centre.latitude).toBeCloseTo(centre.latitude, 6);
        expect(view.centre.longitude).toBeCloseTo(centre.longitude, 6);
      }
    const wide = seen(800, 12);
    const onPhone = areaView(wide, 360);
    expect(onPhone.zoom).toBeLessThan(12);
    expect(isIn(onPhone.bounds, { latitude: wide.south, longitude: wide.west })).toBe(true);
  });

  it('is another one as soon as an edge lies elsewhere than rounding puts it', () => {
    const part = { south: -1, west: 100, north: 0, east: 101 };
    expect(isAbout(part, { south: -1.0001, west: 99.9999, north: 0.04, east: 101 })).toBe(true);
    expect(isAbout(part, { ...part, east: 101.06 })).toBe(false);
    expect(isAbout(part, { ...part, south: -1.2 })).toBe(false);
  });

  it('is never nearer or farther than the map goes', () => {
    expect(areaView({ south: -90, west: -180, north: 90, east: 180 }, 360).zoom).toBe(3);
    expect(areaView({ south: 0, west: 100, north: 0.0001, east: 100.0001 }, 360).zoom).toBe(18);
  });
});

describe('what was asked for', () => {
  const bounds = fc
    .tuple(
      fc.double({ min: -11, max: 5, noNaN: true }),
      fc.double({ min: 95, max: 140, noNaN: true }),
      fc.double({ min: 0.01, max: 5, noNaN: true }),
    )
    .map(([south, west, size]) => ({ south, west, north: south + size, east: west + size }));

  it('covers the part itself once it is widened, and never another zoom', () => {
    fc.assert(
      fc.property(bounds, fc.integer({ min: 3, max: 18 }), (part, zoom) => {
        const view: MapView = { bounds: part, zoom };
        expect(covers(widened(view), view)).toBe(true);
        expect(covers(widened(view), { ...view, zoom: zoom + 1 })).toBe(false);
      }),
    );
  });

  it('covers seas outside the country, about which nothing is asked', () => {
    const wide = { south: -60, west: 20, north: 60, east: 179 };
    expect(covers({ bounds: COUNTRY, zoom: 3 }, { bounds: wide, zoom: 3 })).toBe(true);
  });

  it('does not cover a part that reaches beyond it', () => {
    const asked = { bounds: { south: -1, west: 100, north: 0, east: 101 }, zoom: 9 };
    const seen = { bounds: { south: -1, west: 100.5, north: 0, east: 101.5 }, zoom: 9 };
    expect(covers(asked, seen)).toBe(false);
  });
});

describe('groups on the map', () => {
  const groups = fc.array(
    fc.record({
      point: fc.record({
        latitude: fc.double({ min: -1, max: 0, noNaN: true }),
        longitude: fc.double({ min: 100, max: 101, noNaN: true }),
      }),
      count: fc.integer({ min: 1, max: 9 }),
      isAtLeast: fc.constant(false),
    }),
    { maxLength: 40 },
  );
  it('never lie on each other, and no report is lost', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 3, max: 17 }), (given, zoom) => {
        const all = given.map((group, index) => ({ ...group, report: group.count === 1 ? index : null }));
        const shown = putApart(all, zoom);
        const pixels = (256 * 2 ** zoom) / 360;
        for (const [index, one] of shown.entries())
          for (const other of shown.slice(index + 1))
            expect(
              Math.hypot(
                one.point.latitude - other.point.latitude,
                one.point.longitude - other.point.longitude,
              ) * pixels,
            ).toBeGreaterThan(43.9);
        const sum = (rows: readonly { count: number }[]) =>
          rows.reduce((total, { count }) => total + count, 0);
        expect(sum(shown)).toBe(sum(all));
        for (const { count, report } of shown) expect(report === null || count === 1).toBe(true);
      }),
    );
  });
  it('stay as they are on the nearest map', () => {
    const point = { latitude: 0, longitude: 100 };
    const two = [1, 2].map((report) => ({ point, count: 1, isAtLeast: false, report }));
    expect(putApart(two, 18)).toEqual(two);
    expect(putApart(two, 17)).toEqual([{ point, count: 2, isAtLeast: false, report: null }]);
  });
});

it('names the nearest place, and none where none is known', () => {
  const places = [
    { name: 'Kuranji', latitude: -0.899, longitude: 100.406 },
    { name: 'Pauh', latitude: -0.909, longitude: 100.475 },
  ];
  expect(nearestTo({ latitude: -0.9, longitude: 100.41 }, places)?.name).toBe('Kuranji');
  expect(nearestTo({ latitude: -0.9, longitude: 100.41 }, [])).toBeNull();
});
