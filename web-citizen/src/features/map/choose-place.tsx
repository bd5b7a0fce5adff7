import { useEffect, useRef, useState } from 'react';
import { divIcon, marker, type Marker } from 'leaflet/dist/leaflet-src.esm.js';
import { Button, pinIcon } from '@lapor/ui';
import { formatNumber } from '@lapor/wording';
import { loadMore } from '../../app/language.ts';
import { useT, useWords } from '../../app/language-provider.tsx';
import { useEvent } from '../../components/use-event.ts';
import { createBaseMap, type BaseMap } from './base-map.ts';
import { findCentre } from './region-centre.ts';
import { COUNTRY_CENTRE, nearestTo, zoomOfCountry, zoomOfRegion } from './map-view.ts';

export interface Point {
  latitude: number;
  longitude: number;
}

export interface ChoosePlaceProps {
  /** The chosen point (WGS 84); null while none is chosen. */
  point: Point | null;
  /** Called with every point that is pressed, dragged to, or marked by the button. */
  onChange: (point: Point) => void;
  /** Where to begin without a point: code of a province, regency, city or district. The whole country without it. */
  regionCode?: string | null;
}

/** As near as a street. */
const POINT_ZOOM = 14;
/** From here on a district fills the map. */
const NEAR_ZOOM = 11;

/**
 * A map on which one point is chosen: press it, drag the pin, or move with the arrow keys and press "mark the middle". Fetched when it
 * is wanted (`lazyPart(() => import('../map/choose-place.tsx'))`); brings its own messages and styles. What it cannot say – the region
 * of the point – the caller asks the graph (`regionOfPoint`).
 */
export default function ChoosePlace(props: ChoosePlaceProps) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    // Without its words it would show their ids; without the network neither would come.
    loadMore().then(
      () => setReady(true),
      () => undefined,
    );
  }, []);
  return ready ? <PlaceMap {...props} /> : null;
}

function PlaceMap({ point, onChange, regionCode = null }: ChoosePlaceProps) {
  const t = useT();
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  const base = useRef<BaseMap | null>(null);
  const pin = useRef<Marker | null>(null);
  const [near, setNear] = useState('');
  const choose = useEvent((latitude: number, longitude: number) => {
    const rounded = (degrees: number) => Math.round(degrees * 100_000) / 100_000;
    onChange({ latitude: rounded(latitude), longitude: rounded(longitude) });
  });

  useEffect(() => {
    const start = point ?? COUNTRY_CENTRE;
    const zoom = point ? POINT_ZOOM : zoomOfCountry(box.current!.clientWidth);
    const made = createBaseMap(
      box.current!,
      { ...start, zoom },
      { zoomIn: t('map.zoomIn'), zoomOut: t('map.zoomOut'), source: t('map.source') },
    );
    base.current = made;
    made.map.on('click', ({ latlng }) => choose(latlng.lat, latlng.lng));
    return () => {
      pin.current = null;
      made.remove();
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the map is made once
  }, []);

  // Another region: the map goes there, as long as no point is chosen.
  useEffect(() => {
    if (point || !regionCode) return;
    let stale = false;
    void findCentre(regionCode).then(
      (centre) => {
        if (centre && !stale)
          base.current?.map.setView([centre.latitude, centre.longitude], zoomOfRegion(regionCode));
      },
      () => undefined,
    );
    return () => {
      stale = true;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a point that is taken away moves nothing
  }, [regionCode]);

  const { latitude, longitude } = point ?? {};
  useEffect(() => {
    const map = base.current?.map;
    if (!map) return;
    if (latitude === undefined || longitude === undefined) {
      pin.current?.remove();
      pin.current = null;
      setNear('');
      return;
    }
    if (pin.current) pin.current.setLatLng([latitude, longitude]);
    else {
      pin.current = marker([latitude, longitude], { icon: pinOf(), draggable: true, keyboard: false });
      pin.current.on('dragend', () => {
        const to = pin.current!.getLatLng();
        choose(to.lat, to.lng);
      });
      pin.current.addTo(map);
    }
    // A press on the whole country is no place yet: the map comes nearer, and the pin can be put right.
    if (map.getZoom() < NEAR_ZOOM) map.setView([latitude, longitude], map.getZoom() + 3);
    else if (!map.getBounds().contains([latitude, longitude])) map.panTo([latitude, longitude]);
    const districts = base
      .current!.known()
      .flatMap(({ places }) => places)
      .filter(([code]) => code.split('.').length === 3)
      .map(([, name, lat, lng]) => ({ name, latitude: lat, longitude: lng }));
    setNear(nearestTo({ latitude, longitude }, districts)?.name ?? '');
  }, [latitude, longitude, choose]);

  const chosen = point
    ? t(near ? 'map.chosenNear' : 'map.chosen', {
        place: near,
        latitude: formatNumber(words, point.latitude, 4),
        longitude: formatNumber(words, point.longitude, 4),
      })
    : t('map.notChosen');
  return (
    <div className="stack stack-2">
      <p className="caption" id="choose-place-how">
        {t('map.howToChoose')}
      </p>
      <div className="map-frame">
        <div
          ref={box}
          className="map-box map-box--choose"
          role="application"
          aria-label={t('map.chooseLabel')}
          aria-describedby="choose-place-how"
        />
        <svg className="map-cross" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 2v8M12 14v8M2 12h8M14 12h8" />
        </svg>
      </div>
      <div className="row">
        <Button
          icon={pinIcon}
          onClick={() => {
            const middle = base.current?.map.getCenter();
            if (middle) choose(middle.lat, middle.lng);
          }}
        >
          {t('map.markMiddle')}
        </Button>
      </div>
      <p className="caption" role="status">
        {chosen}
      </p>
    </div>
  );
}

function pinOf() {
  const shape = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  shape.setAttribute('viewBox', '0 0 24 24');
  shape.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M12 23.5C7 17 4.5 13.2 4.5 9.6a7.5 7.5 0 1 1 15 0c0 3.6-2.5 7.4-7.5 13.9z');
  shape.append(path);
  const holder = document.createElement('span');
  holder.className = 'map-pin';
  holder.append(shape);
  return divIcon({ className: '', html: holder, iconSize: [0, 0] });
}
