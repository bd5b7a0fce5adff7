import { useMemo, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { Anchor, Card, Notice } from '@lapor/ui';
import { useT, useWords } from '../../app/language-provider.tsx';
import { ReportCard } from '../../components/report-card.tsx';
import { useDebounced } from '../../components/use-debounced.ts';
import { readFragment, type FragmentOf } from '../../graphql.ts';
import { countText } from '../public-reports/count-text.ts';
import type { Found } from '../public-reports/filters.tsx';
import { addressOf, toGraphFilter, type ListFilter } from '../public-reports/list-filter.ts';
import { ClusterMap } from './cluster-map.tsx';
import { ClusterFragment, MapClustersDocument } from './clusters.graphql.ts';
import { covers, isIn, widened, type FirstView, type MapView } from './map-view.ts';

interface ReportMapProps {
  filter: ListFilter;
  /** Where the map opens; for it the clusters were asked that came with the page. */
  view: FirstView;
  clusters: readonly FragmentOf<typeof ClusterFragment>[];
  found: Found;
}

/** The map, and beside it the same in words: places with their counts, and the single reports that are in sight. */
export default function ReportMap({ filter, view, clusters: firstClusters, found }: ReportMapProps) {
  const t = useT();
  const words = useWords();
  const [asked, setAsked] = useState<MapView>(view);
  const [seen, setSeen] = useState(view.bounds);
  const settled = useDebounced(asked, 250);
  const [{ data, error, fetching }] = useQuery({
    query: MapClustersDocument,
    variables: { filter: toGraphFilter(filter), ...settled },
    pause: settled === view,
  });
  const latest = settled === view ? firstClusters : data?.reportClusters;
  // While the next part is fetched the last one stays.
  const shown = useRef(firstClusters);
  if (latest && !fetching) shown.current = latest;
  const kept = shown.current;
  const clusters = useMemo(
    () => readFragment(ClusterFragment, kept).filter(({ point }) => isIn(seen, point)),
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
            onView={(next) => {
              setSeen(next.bounds);
              setAsked((before) => (covers(before, next) ? before : widened(next)));
            }}
          />
          <p className="caption" role="status">
            {status}
          </p>
          <p className="caption">{t('map.onlyPoints')}</p>
        </div>
        <div className="map-side">
          <div aria-live="polite">{chosen && <ReportCard report={chosen} />}</div>
          {regions.length > 0 && (
            <Card labelledBy="map-regions" className="stack-2">
              <h3 id="map-regions">{t('map.byPlace')}</h3>
              <ul className="list-plain">
                {regions.map((facet) => (
                  <li key={facet.region.code}>
                    <Anchor href={addressOf({ ...filter, regionCode: facet.region.code })}>
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
