import { useState } from 'react';
import { useQuery } from 'urql';
import { Button } from '@lapor/ui';
import { lazyPart } from '../../app/lazy-page.tsx';
import { useT } from '../../app/language-provider.tsx';
import type { Draft } from './draft.ts';
import { RegionOfPointDocument } from './places.graphql.ts';

type Point = NonNullable<Draft['point']>;

// Leaflet and the boundaries come only when somebody opens the map.
const PlaceMap = lazyPart(() => import('../map/choose-place.tsx'));

/** The exact point, on a map; it counts when it is taken, not when it is touched. */
export default function PlaceOnMap({
  draft: { point: taken, region },
  onPick,
}: {
  draft: Draft;
  onPick: (place: { point: Point; region: NonNullable<Draft['region']> }) => void;
}) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const [point, setPoint] = useState<Point | null>(taken);
  const [{ data, error, fetching }] = useQuery({
    query: RegionOfPointDocument,
    variables: point ?? { latitude: 0, longitude: 0 },
    pause: !point || point === taken,
  });
  const found = point && point !== taken && !fetching ? data?.regionOfPoint : undefined;
  const isOutside = found === null;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="link-like">{t(taken ? 'hint.movePoint' : 'hint.map')}</summary>
      {isOpen && (
        <div className="stack stack-3">
          <PlaceMap point={point} onChange={setPoint} regionCode={region?.code ?? null} />
          <p className={isOutside || error ? 'caption' : 'sr'} role="status">
            {error && !fetching ? t('file.location.failed') : isOutside ? t('file.location.outside') : ''}
          </p>
          {point && found && (
            <p>
              <Button onClick={() => onPick({ point, region: found })}>
                {t('hint.takePoint', { place: found.fullName })}
              </Button>
            </p>
          )}
        </div>
      )}
    </details>
  );
}
