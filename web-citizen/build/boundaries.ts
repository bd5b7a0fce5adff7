import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Topology } from 'topojson-specification';
import type { Plugin } from 'vite';
import { loadProvinceFeatures } from '@lapor/boundaries';
import { topologyOf, type RegencyTopology } from './province-topology.ts';

const PREFIX = 'virtual:boundaries';
const dataFile = (name: string) => fileURLToPath(new URL(`../../data/${name}`, import.meta.url));

/**
 * The map's own ground, cut so that a phone fetches what it looks at: all provinces roughly (`virtual:boundaries/provinces`), and each
 * province's regencies with the names of its districts (`virtual:boundaries/13`). `virtual:boundaries` knows how to fetch them.
 */
export function boundaries(): Plugin {
  let made: Promise<Map<string, unknown>> | undefined;
  return {
    name: 'boundaries',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      const parts = await (made ??= makeParts());
      const part = id.slice(PREFIX.length + 2);
      const code = part
        ? `export default JSON.parse(${JSON.stringify(JSON.stringify(parts.get(part)))})`
        : [
            `export const loadProvinces = () => import('${PREFIX}/provinces').then((file) => file.default)`,
            `export const details = {${[...parts.keys()]
              .filter((key) => key !== 'provinces')
              .map((key) => `'${key}': () => import('${PREFIX}/${key}').then((file) => file.default)`)
              .join()}}`,
          ].join('\n');
      return { code, moduleType: 'js', map: null };
    },
  };
}

async function makeParts(): Promise<Map<string, unknown>> {
  const [provinces, regencyText, regionText] = await Promise.all([
    loadProvinceFeatures('lite'),
    readFile(dataFile('boundaries-regencies.topojson'), 'utf8'),
    readFile(dataFile('regions.csv'), 'utf8'),
  ]);
  const regencies = JSON.parse(regencyText) as Topology as RegencyTopology;
  const places = placesOf(regionText);
  const parts = new Map<string, unknown>([['provinces', provinces]]);
  for (const { properties } of provinces.features) {
    const { code } = properties;
    parts.set(code, { topology: topologyOf(regencies, code), places: places.get(code) ?? [] });
  }
  return parts;
}

/** By province: code, name, latitude and longitude of each regency, city and district. */
function placesOf(csv: string): Map<string, [string, string, number, number][]> {
  const places = new Map<string, [string, string, number, number][]>();
  const rounded = (degrees: string | undefined) => Math.round(Number(degrees) * 1_000) / 1_000;
  for (const line of csv.trim().split('\n').slice(1)) {
    // Names of regions hold neither commas nor quotes (checked when the file was made).
    const [code = '', name = '', , , latitude, longitude] = line.split(',');
    const province = code.slice(0, 2);
    const place = [code, name, rounded(latitude), rounded(longitude)] as [string, string, number, number];
    places.set(province, [...(places.get(province) ?? []), place]);
  }
  return places;
}
