import { useEffect, useState } from 'react';
import type { Position } from 'geojson';
import { loadProvinces, type Provinces } from 'virtual:boundaries';
import { useT } from '../../app/language-provider.tsx';
import { shareClass } from './share-class.ts';
import { comparable, type Group } from './findings.ts';

type Region = Group & { code: string };

/** Pixels per degree of the drawing, and its corner: the country from Sabang to Merauke. */
const SCALE = 20;
const WEST = 94.5;
const NORTH = 6.5;
const WIDTH = 47 * SCALE;
const HEIGHT = 18 * SCALE;

/** Share of reports that were followed up, by province. The table beside it has the names and figures. */
export default function RegionsMap({ regions }: { regions: readonly Region[] }) {
  const t = useT();
  const [provinces, setProvinces] = useState<Provinces | null>(null);
  useEffect(() => {
    // Without the drawing the table is there.
    loadProvinces().then(setProvinces, () => undefined);
  }, []);
  const rates = new Map(comparable(regions).map(({ code, followUpRate }) => [code, followUpRate]));
  return (
    <>
      <svg className="map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('stats.regions.map')}>
        {provinces?.features.map(({ properties, geometry }) => (
          <path
            key={properties.code}
            className={`c${shareClass(rates.get(properties.code) ?? null)}`}
            d={pathOf(geometry.coordinates)}
          />
        ))}
      </svg>
      <ul className="legend-steps list-plain" aria-label={t('stats.regions.legend')}>
        {([1, 2, 3, 4, 5, 0] as const).map((step) => (
          <li key={step}>
            <svg className="map" viewBox="0 0 24 14" aria-hidden="true">
              <path className={`c${step}`} d="M1 1h22v12H1z" />
            </svg>
            {t(`stats.step.${step}`)}
          </li>
        ))}
      </ul>
    </>
  );
}

function pathOf(polygons: readonly (readonly (readonly Position[])[])[]): string {
  return polygons
    .flat()
    .map(
      (ring) =>
        `M${ring
          .map(([longitude = 0, latitude = 0]) =>
            [(longitude - WEST) * SCALE, (NORTH - latitude) * SCALE]
              .map((value) => Math.round(value))
              .join(' '),
          )
          .join('L')}Z`,
    )
    .join('');
}
