import { readFile } from 'node:fs/promises';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';

type RegencyProperties = { code: string; name: string; province: string };
type ProvinceProperties = { code: string; name: string };

export type RegencyTopology = Topology<{ regencies: GeometryCollection<RegencyProperties> }>;
export type ProvinceTopology = Topology<{ provinces: GeometryCollection<ProvinceProperties> }>;

/** Absolute URLs of the shipped files. */
export const regencyFile = new URL('../../../data/boundaries-regencies.topojson', import.meta.url);
export const provinceFile = new URL('../../../data/boundaries-provinces.topojson', import.meta.url);

export async function readTopology<File extends Topology>(file: URL): Promise<File> {
  return JSON.parse(await readFile(file, 'utf8')) as File;
}

/** The arcs of all rings of a polygon, direction dropped. */
export function arcsOf(geometry: Polygon | MultiPolygon): number[] {
  const rings: number[][] = geometry.type === 'Polygon' ? geometry.arcs : geometry.arcs.flat();
  return rings.flat().map((arc) => (arc < 0 ? ~arc : arc));
}
