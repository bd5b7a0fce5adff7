import {
  control,
  geoJSON,
  layerGroup,
  map as createMap,
  svg,
  tileLayer,
  type GeoJSON,
  type LatLngBounds,
  type Map as LeafletMap,
} from 'leaflet/dist/leaflet-src.esm.js';
import { feature } from 'topojson-client';
import { details, loadProvinces, type ProvinceDetail } from 'virtual:boundaries';
import { COUNTRY, NEAREST_ZOOM, overlaps, type MapBounds } from './map-view.ts';
import { placeLabels } from './place-labels.ts';
import { findTiles } from './tiles.ts';
import 'leaflet/dist/leaflet.css';
import '@lapor/ui/citizen-figures.css';
import './map.css';

export interface BaseMapWords {
  zoomIn: string;
  zoomOut: string;
  /** Whose boundaries these are. */
  source: string;
}

export interface BaseMap {
  map: LeafletMap;
  /** Details of the provinces that have been looked at. */
  known: () => ProvinceDetail[];
  remove: () => void;
}

/** From here on regencies are drawn, and names are written. */
const DETAIL_ZOOM = 7;

export const boundsOf = (bounds: LatLngBounds): MapBounds => ({
  south: bounds.getSouth(),
  west: bounds.getWest(),
  north: bounds.getNorth(),
  east: bounds.getEast(),
});

/**
 * A map on the country's own boundaries; a tile server is used only where the installation names one. Drawn as SVG with classes, so
 * that themes hold and no style is written into the page.
 */
export function createBaseMap(
  box: HTMLElement,
  view: { latitude: number; longitude: number; zoom: number },
  words: BaseMapWords,
): BaseMap {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = createMap(box, {
    center: [view.latitude, view.longitude],
    zoom: view.zoom,
    minZoom: 3,
    maxZoom: NEAREST_ZOOM,
    maxBounds: [
      [COUNTRY.south - 8, COUNTRY.west - 8],
      [COUNTRY.north + 8, COUNTRY.east + 8],
    ],
    renderer: svg({ padding: 0.5 }),
    zoomControl: false,
    fadeAnimation: !still,
    zoomAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
  });
  map.attributionControl.setPrefix(false).addAttribution(words.source);
  control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);

  const tiles = findTiles(document);
  if (tiles) {
    box.classList.add('map-box--tiles');
    tileLayer(tiles.url, { attribution: tiles.attribution, maxZoom: NEAREST_ZOOM }).addTo(map);
  }

  const rough = new Map<string, { layer: GeoJSON; bounds: MapBounds }>();
  const fine = new Map<string, { layer: GeoJSON; detail: ProvinceDetail }>();
  const roughGroup = layerGroup().addTo(map);
  const fineGroup = layerGroup().addTo(map);
  const labels = placeLabels(map);
  let removed = false;

  void loadProvinces().then(
    ({ features }) => {
      if (removed) return;
      for (const province of features) {
        const layer = geoJSON(province, { interactive: false, style: { className: 'map-land' } });
        rough.set(province.properties.code, { layer, bounds: boundsOf(layer.getBounds()) });
      }
      refresh();
    },
    // Without its ground the map still shows where reports lie to each other; the list stands beside it.
    () => undefined,
  );

  /** Shows what is near in detail, the rest roughly. */
  function refresh() {
    if (removed) return;
    const isNear = map.getZoom() >= DETAIL_ZOOM;
    const seen = boundsOf(map.getBounds());
    for (const [code, { layer, bounds }] of rough) {
      const wanted = isNear && overlaps(bounds, seen);
      const known = fine.get(code);
      if (wanted && !known) void fetchDetail(code);
      toggle(fineGroup, known?.layer, wanted);
      toggle(roughGroup, layer, !(wanted && known));
    }
    labels.show(
      isNear ? [...fine.values()].map(({ detail }) => detail.places) : [],
      map.getZoom(),
      map.getBounds(),
    );
  }

  const asked = new Set<string>();
  async function fetchDetail(code: string) {
    const load = details[code];
    if (!load || asked.has(code)) return;
    asked.add(code);
    try {
      const detail = await load();
      const collection = feature(detail.topology, detail.topology.objects.regencies);
      const layer = geoJSON(collection, {
        interactive: false,
        style: { className: 'map-land map-land--fine' },
      });
      fine.set(code, { layer, detail });
      refresh();
    } catch {
      // The next move asks again.
      asked.delete(code);
    }
  }

  map.on('moveend', refresh);
  return {
    map,
    known: () => [...fine.values()].map(({ detail }) => detail),
    remove() {
      removed = true;
      map.remove();
    },
  };
}

function toggle(group: ReturnType<typeof layerGroup>, layer: GeoJSON | undefined, shown: boolean) {
  if (!layer || group.hasLayer(layer) === shown) return;
  if (shown) group.addLayer(layer);
  else group.removeLayer(layer);
}
