import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COUNTRY,
  covers,
  countryView,
  isIn,
  regionView,
  nearestTo,
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
    expect(zoom).toBe(zoomOfRegion('13.71'));
    expect(isIn(bounds, centre)).toBe(true);
    expect(bounds.east - bounds.west).toBeLessThan(0.3);
    expect(isIn(bounds, { latitude: -0.9, longitude: 101 })).toBe(false);
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

it('names the nearest place, and none where none is known', () => {
  const places = [
    { name: 'Kuranji', latitude: -0.899, longitude: 100.406 },
    { name: 'Pauh', latitude: -0.909, longitude: 100.475 },
  ];
  expect(nearestTo({ latitude: -0.9, longitude: 100.41 }, places)?.name).toBe('Kuranji');
  expect(nearestTo({ latitude: -0.9, longitude: 100.41 }, [])).toBeNull();
});
