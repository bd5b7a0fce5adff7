import {
  divIcon,
  layerGroup,
  marker,
  type LatLngBounds,
  type Map as LeafletMap,
} from 'leaflet/dist/leaflet-src.esm.js';
import type { PlaceRow } from 'virtual:boundaries';

/** From this zoom on the names of a level are written: regencies and cities, then districts. */
const LEVEL_ZOOM: Readonly<Record<number, number>> = { 2: 8, 3: 11 };
/** More would lie on each other. */
const MOST_LABELS = 40;

/** Names on the map, so that people find their way on it without streets. They are pictures: nothing is operated by them. */
export function placeLabels(map: LeafletMap) {
  const group = layerGroup().addTo(map);
  return {
    show(provinces: readonly (readonly PlaceRow[])[], zoom: number, bounds: LatLngBounds) {
      group.clearLayers();
      const level = zoom >= LEVEL_ZOOM[3]! ? 3 : zoom >= LEVEL_ZOOM[2]! ? 2 : 0;
      if (level === 0) return;
      let count = 0;
      for (const places of provinces) {
        for (const [code, name, latitude, longitude] of places) {
          if (code.split('.').length !== level || !bounds.contains([latitude, longitude])) continue;
          if (++count > MOST_LABELS) return;
          const text = document.createElement('span');
          text.textContent = name.replace(/^Kabupaten /, '');
          text.ariaHidden = 'true';
          const icon = divIcon({ className: 'map-label', html: text, iconSize: [0, 0] });
          marker([latitude, longitude], {
            icon,
            interactive: false,
            keyboard: false,
            zIndexOffset: -1_000_000,
          }).addTo(group);
        }
      }
    },
  };
}
