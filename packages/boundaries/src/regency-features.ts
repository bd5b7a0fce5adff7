import type { FeatureCollection, MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import { drawToGrid, polygonsOf } from './province-features.ts';
import { type RegencyTopology, readTopology, regencyFile } from './topology-file.ts';

export type RegencyFeatures = FeatureCollection<
  MultiPolygon,
  { code: string; name: string; province: string }
>;

// A point a kilometre: a pixel of a province that is drawn some hundred pixels a degree.
const STEPS_PER_DEGREE = 100;

/**
 * The 514 regencies and cities as GeoJSON for maps of one province (WGS84), drawn to a grid of 0.01°. Reads the file on every call: keep
 * what you make of it.
 */
export async function loadRegencyFeatures(): Promise<RegencyFeatures> {
  const topology = await readTopology<RegencyTopology>(regencyFile);
  const collection = feature(topology, topology.objects.regencies);
  return {
    type: 'FeatureCollection',
    features: collection.features.map(({ id, properties, geometry }) => ({
      type: 'Feature',
      id,
      properties,
      geometry: {
        type: 'MultiPolygon',
        coordinates: drawToGrid(polygonsOf(geometry), STEPS_PER_DEGREE),
      },
    })),
  };
}
