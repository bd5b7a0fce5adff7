declare module 'virtual:boundaries' {
  import type { FeatureCollection, MultiPolygon } from 'geojson';
  import type { GeometryCollection, Topology } from 'topojson-specification';

  /** Code, name, latitude, longitude. */
  export type PlaceRow = readonly [code: string, name: string, latitude: number, longitude: number];

  export interface ProvinceDetail {
    topology: Topology<{ regencies: GeometryCollection<{ code: string; name: string; province: string }> }>;
    /** The province, its regencies and cities, its districts. */
    places: readonly PlaceRow[];
  }

  export type Provinces = FeatureCollection<MultiPolygon, { code: string; name: string }>;

  /** All provinces, drawn roughly. */
  export const loadProvinces: () => Promise<Provinces>;
  /** By code of the province. */
  export const details: Readonly<Record<string, () => Promise<ProvinceDetail>>>;
}

declare module 'leaflet/dist/leaflet-src.esm.js' {
  export * from 'leaflet';
}
