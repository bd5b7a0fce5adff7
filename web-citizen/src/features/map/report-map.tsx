import { useEffect, useMemo, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { Anchor, Card, Notice } from '@lapor/ui';
import { useT, useWords } from '../../app/language-provider.tsx';
import { ReportCard } from '../../components/report-card.tsx';
import { useDebounced } from '../../components/use-debounced.ts';
import { useEvent } from '../../components/use-event.ts';
import { readFragment, type FragmentOf } from '../../graphql.ts';
import { countText } from '../public-reports/count-text.ts';
import type { Found } from '../public-reports/filter-props.ts';
import { addressOf, toMapFilter, type ListFilter } from '../public-reports/list-filter.ts';
import { ClusterMap } from './cluster-map.tsx';
import { ClusterFragment, MapClustersDocument } from './clusters.graphql.ts';
import {
  covers,
  isAbout,
  isIn,
  putApart,
  widened,
  type FirstView,
  type MapBounds,
  type MapView,
} from './map-view.ts';

interface ReportMapProps {
  filter: ListFilter;
  /** Where the map opens; for it the clusters were asked that came with the page. */
  view: FirstView;
  clusters: readonly FragmentOf<typeof ClusterFragment>[];
  found: Found;
  /** The reader moved the map: the list follows. */
  onArea: (area: MapBounds) => void;
}

/** The map, and beside it the same in words: places with their counts, and the single reports that are in sight. */
export default function ReportMap({ filter, view, clusters: firstClusters, found, onArea }: ReportMapProps) {
  const t = useT();
  const words = useWords();
  const [asked, setAsked] = useState<MapView>(view);
  const [seen, setSeen] = useState<MapView>(view);
  const settled = useDebounced(asked, 250);
  const [{ data, error, fetching }] = useQuery({
    query: MapClustersDocument,
    variables: { filter: toMapFilter(filter), ...settled },
    pause: settled === view,
  });
  const [movedTo, setMovedTo] = useState<MapBounds | null>(null);
  const rested = useDebounced(movedTo, 500);
  const tellArea = useEvent(onArea);
  useEffect(() => {
    if (rested) tellArea(rested);
  }, [rested, tellArea]);
  const latest = settled === view ? firstClusters : data?.reportClusters;
  // While the next part is fetched the last one stays.
  const shown = useRef(firstClusters);
  if (latest && !fetching) shown.current = latest;
  const kept = shown.current;
  const clusters = useMemo(
    () =>
      putApart(
        readFragment(ClusterFragment, kept).filter(({ point }) => isIn(seen.bounds, point)),
        seen.zoom,
      ),
    [kept, seen],
  );
  const [chosenNumber, setChosen] = useState<string | null>(null);
  const single = clusters.flatMap(({ report }) => (report ? [report] : []));
  const chosen = single.find(({ number }) => number === chosenNumber) ?? null;
  const regions = found.reportFacets.regions;
  const status = error
    ? t('map.failed')
    : t('map.inSight', {
        places: clusters.length,
        reports: clusters.reduce((sum, { count }) => sum + count, 0),
      });

  return (
    <section className="stack" aria-labelledby="map">
      <h2 id="map" className="sr">
        {t('list.asMap')}
      </h2>
      <div className="map-layout">
        <div className="stack stack-2">
          <ClusterMap
            label={t('map.label')}
            view={view}
            clusters={clusters}
            chosen={chosenNumber}
            onChoose={setChosen}
            onView={(next, isMove) => {
              setSeen(next);
              // On another screen more of the country is in sight than in the address.
              if (isMove || (filter.area && !isAbout(filter.area, next.bounds))) setMovedTo(next.bounds);
              setAsked((before) => (covers(before, next) ? before : widened(next)));
            }}
          />
          <p className="caption" role="status">
            {status}
          </p>
          <p className="caption">{t(filter.area ? 'map.listFollows' : 'map.onlyPoints')}</p>
        </div>
        <div className="map-side">
          <div aria-live="polite">{chosen && <ReportCard report={chosen} />}</div>
          {regions.length > 0 && (
            <Card labelledBy="map-regions" className="stack-2">
              <h3 id="map-regions">{t('map.byPlace')}</h3>
              <ul className="list-plain">
                {regions.map((facet) => (
                  <li key={facet.region.code}>
                    <Anchor href={addressOf({ ...filter, regionCode: facet.region.code, area: null })}>
                      <span lang="id">{facet.region.name}</span>
                      <span className="num">{countText(words, facet)}</span>
                    </Anchor>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          {single.length > 0 && (
            <Card labelledBy="map-single" className="stack-2">
              <h3 id="map-single">{t('map.single')}</h3>
              <ul className="list-plain">
                {single.map((report) => (
                  <li key={report.id}>
                    <Anchor href={`/laporan/${report.number}`}>
                      <span lang="id">{report.title}</span>
                    </Anchor>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          {clusters.length === 0 && (
            <Notice>
              <p>{t('map.nothing')}</p>
            </Notice>
          )}
        </div>
      </div>
    </section>
  );
}
