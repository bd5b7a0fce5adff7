import { drawMap, loadProvinceFeatures, loadRegencyFeatures, type DrawnMap } from '@lapor/boundaries';
import type { Plugin } from 'vite';

const PREFIX = 'virtual:drawn-maps';

/**
 * Maps for the situation room from our own boundaries, drawn while the console is built: the country by provinces
 * (`virtual:drawn-maps/country`) and each province by regencies (`virtual:drawn-maps/13`), each a file that is fetched when it is looked at.
 */
export function drawnMaps(): Plugin {
  let made: Promise<Map<string, DrawnMap>> | undefined;
  return {
    name: 'drawn-maps',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      const maps = await (made ??= makeMaps());
      const part = id.slice(PREFIX.length + 2);
      const code = part
        ? `export default JSON.parse(${JSON.stringify(JSON.stringify(maps.get(part)))})`
        : `export const maps = {${[...maps.keys()]
            .map((key) => `'${key}': () => import('${PREFIX}/${key}').then((file) => file.default)`)
            .join()}}`;
      return { code, moduleType: 'js', map: null };
    },
  };
}

async function makeMaps(): Promise<Map<string, DrawnMap>> {
  const [provinces, regencies] = await Promise.all([loadProvinceFeatures('lite'), loadRegencyFeatures()]);
  const maps = new Map([['country', drawMap(provinces.features, 940, 400)]]);
  for (const { properties } of provinces.features) {
    const inside = regencies.features.filter(({ properties: { province } }) => province === properties.code);
    maps.set(properties.code, drawMap(inside, 640, 480));
  }
  return maps;
}
