import { useEffect, useRef } from 'react';
import { divIcon, layerGroup, marker } from 'leaflet/dist/leaflet-src.esm.js';
import { formatNumber } from '@lapor/wording';
import { useT, useWords } from '../../app/language-provider.tsx';
import { useEvent } from '../../components/use-event.ts';
import type { ResultOf } from '../../graphql.ts';
import { boundsOf, createBaseMap, type BaseMap } from './base-map.ts';
import type { ClusterFragment } from './clusters.graphql.ts';
import { NEAREST_ZOOM, type FirstView, type MapView } from './map-view.ts';

type Cluster = ResultOf<typeof ClusterFragment>;

interface ClusterMapProps {
  label: string;
  /** Where it opens. */
  view: FirstView;
  /** Those in sight: what lies outside must not take the focus. */
  clusters: readonly Cluster[];
  /** Number of the report whose card is shown. */
  chosen: string | null;
  onChoose: (number: string) => void;
  /** What is in sight: at first, and with every move of the reader's. */
  onView: (view: MapView, isMove: boolean) => void;
}

/** Reports on the map. Groups open when they are pressed; a single report is chosen. All of it is buttons. */
export function ClusterMap({ label, view, clusters, chosen, onChoose, onView }: ClusterMapProps) {
  const t = useT();
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  const base = useRef<BaseMap | null>(null);
  const drawn = useRef(layerGroup());
  const choose = useEvent(onChoose);
  const tell = useEvent(onView);

  useEffect(() => {
    const made = createBaseMap(
      box.current!,
      { ...view.centre, zoom: view.zoom },
      { zoomIn: t('map.zoomIn'), zoomOut: t('map.zoomOut'), source: t('map.source') },
    );
    base.current = made;
    const group = drawn.current.addTo(made.map);
    const say = (isMove: boolean) =>
      tell({ bounds: boundsOf(made.map.getBounds()), zoom: made.map.getZoom() }, isMove);
    made.map.on('moveend', () => say(true));
    say(false);
    return () => {
      group.remove();
      made.remove();
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the map is made once; another filter makes another page
  }, []);

  useEffect(() => {
    const map = base.current?.map;
    if (!map) return;
    // Whoever steers by keys keeps the place when the groups are drawn anew.
    const focused = document.activeElement?.closest('.map-cluster')?.getAttribute('data-report');
    drawn.current.clearLayers();
    for (const { point, count, isAtLeast, report } of clusters) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = `map-cluster${report ? ' map-cluster--one' : ''}${report?.number === chosen ? ' map-cluster--chosen' : ''}`;
      const number = `${formatNumber(words, count)}${isAtLeast ? '+' : ''}`;
      button.textContent = report ? '' : number;
      button.ariaLabel = report ? report.title : t('map.openGroup', { count: number });
      if (report) {
        button.lang = 'id';
        button.dataset.report = report.number;
        button.ariaPressed = String(report.number === chosen);
      }
      button.addEventListener('click', (event) => {
        event.stopPropagation();
        if (report) choose(report.number);
        else {
          // The group goes, and whoever steers by keys stays on the map.
          map.getContainer().focus({ preventScroll: true });
          map.setView([point.latitude, point.longitude], Math.min(NEAREST_ZOOM, map.getZoom() + 2));
        }
      });
      // A press on a group is not the beginning of a drag, and Enter is no zoom.
      for (const kind of ['mousedown', 'touchstart', 'dblclick', 'keydown', 'keypress'])
        button.addEventListener(kind, (event) => event.stopPropagation(), { passive: true });
      const icon = divIcon({ className: '', html: button, iconSize: [0, 0] });
      marker([point.latitude, point.longitude], { icon, keyboard: false, interactive: false }).addTo(
        drawn.current,
      );
      if (report && report.number === focused) button.focus({ preventScroll: true });
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- drawn anew when one of these changes
  }, [clusters, chosen, words]);

  return <div ref={box} className="map-box" role="application" aria-label={label} />;
}
