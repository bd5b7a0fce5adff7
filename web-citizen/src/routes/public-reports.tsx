import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { useLocation, useSearch } from 'wouter';
import { Anchor, ErrorState, Notice, SkeletonBlock, offlineIcon } from '@lapor/ui';
import { useT } from '../app/language-provider.tsx';
import { lazyPart } from '../app/lazy-page.tsx';
import { Page } from '../app/page.tsx';
import { useOnline } from '../components/use-online.ts';
import { readFragment } from '../graphql.ts';
import type { Found } from '../features/public-reports/filter-props.ts';
import { ListFilters } from '../features/public-reports/filters.tsx';
import {
  addressOf,
  readFilter,
  toGraphFilter,
  toMapFilter,
  variablesOf,
  type ListFilter,
} from '../features/public-reports/list-filter.ts';
import { takePlace } from '../features/public-reports/list-place.ts';
import {
  LookAroundDocument,
  LookAroundFragment,
  LookAroundMapDocument,
} from '../features/public-reports/look-around.graphql.ts';
import { ReportList } from '../features/public-reports/report-list.tsx';
import { areaView, countryView, regionView, type FirstView } from '../features/map/map-view.ts';

// The map's library travels only with the map.
const ReportMap = lazyPart(() => import('../features/map/report-map.tsx'));

export default function PublicReports() {
  const t = useT();
  const [, navigate] = useLocation();
  const query = useSearch();
  const filter = readFilter(query);
  const [found, setFound] = useState<Found | null>(null);
  const online = useOnline();
  const apply = (next: ListFilter) => navigate(addressOf(next));
  // A moved map is the same page: its part replaces the one before, and a step back leaves the search.
  const follow = (area: ListFilter['area']) => navigate(addressOf({ ...filter, area }), { replace: true });
  const isMap = filter.view === 'map';
  return (
    <Page title={t('list.title')} className="stack stack-6 top-gap">
      <div>
        <h1>{t('list.title')}</h1>
        <p className="lead">{t('list.lead')}</p>
      </div>
      <ListFilters filter={filter} found={found} onChange={apply} />
      {!online && (
        <Notice icon={offlineIcon}>
          <p>{t('list.offline')}</p>
        </Notice>
      )}
      <nav className="tabs" aria-label={t('list.views')}>
        {(['list', 'map'] as const).map((view) => (
          <Anchor
            key={view}
            href={addressOf({ ...filter, view })}
            aria-current={filter.view === view ? 'page' : undefined}
          >
            {t(view === 'list' ? 'list.asList' : 'list.asMap')}
          </Anchor>
        ))}
      </nav>
      <Results
        key={addressOf(isMap ? { ...filter, area: null } : filter)}
        filter={filter}
        onFound={setFound}
        onChange={apply}
        onArea={follow}
      />
    </Page>
  );
}

interface ResultsProps {
  filter: ListFilter;
  onFound: (found: Found) => void;
  onChange: (filter: ListFilter) => void;
  onArea: (area: ListFilter['area']) => void;
}

function Results({ filter, onFound, onChange, onArea }: ResultsProps) {
  const t = useT();
  const withMap = filter.view === 'map';
  const [place] = useState(() => takePlace(addressOf(filter)));
  const [opened] = useState(filter);
  const view = useFirstView(opened, withMap);
  // The first list comes with the map; once it was moved, the list is asked for what is in sight.
  const isMoved = withMap && addressOf(filter) !== addressOf(opened);
  const variables = variablesOf(filter, isMoved ? filter : opened);
  const [list, askList] = useQuery({ query: LookAroundDocument, variables, pause: withMap && !isMoved });
  const [map, askMap] = useQuery({
    query: LookAroundMapDocument,
    variables: {
      ...variables,
      filter: toGraphFilter(opened),
      mapFilter: toMapFilter(opened),
      bounds: (view ?? elsewhere).bounds,
      zoom: (view ?? elsewhere).zoom,
    },
    pause: !withMap || !view,
  });
  const { data, error, fetching } = withMap && !isMoved ? map : list;
  // While another part of the map is asked for, the last list stays.
  const last = useRef<Found | null>(null);
  if (data && !fetching) last.current = readFragment(LookAroundFragment, data);
  const found = last.current;
  useEffect(() => {
    if (found) onFound(found);
  }, [found, onFound]);
  if (!found) {
    return error && !fetching ? (
      <ErrorState
        title={t('below.listFailed')}
        retryLabel={t('common.retry')}
        onRetry={() => (withMap && !isMoved ? askMap : askList)({ requestPolicy: 'network-only' })}
      >
        {t('common.checkNetwork')}
      </ErrorState>
    ) : (
      <SkeletonBlock label={t('common.loading')} count={3} />
    );
  }
  return (
    <>
      {withMap && view && map.data && (
        <ReportMap
          filter={filter}
          view={view}
          clusters={map.data.reportClusters}
          found={found}
          onArea={onArea}
        />
      )}
      <section className="stack" aria-labelledby="results" aria-busy={isMoved && fetching}>
        <h2 id="results" className={withMap ? 'h3' : 'sr'}>
          {t(!withMap ? 'list.results' : filter.area ? 'map.inThisPart' : 'map.asList')}
        </h2>
        {isMoved && error && !fetching ? (
          <ErrorState
            title={t('below.listFailed')}
            retryLabel={t('common.retry')}
            onRetry={() => askList({ requestPolicy: 'network-only' })}
          >
            {t('common.checkNetwork')}
          </ErrorState>
        ) : (
          <ReportList
            key={found.publicReports.pageInfo.endCursor ?? 'none'}
            filter={filter}
            first={found.publicReports}
            place={isMoved ? null : place}
            onChange={onChange}
          />
        )}
      </section>
    </>
  );
}

// Never asked for: stands in while the view is not known.
const elsewhere = countryView(0);

/** Where the map opens. The middle of a region comes with the map's own ground, so that the graph is asked once. */
function useFirstView({ regionCode, area }: ListFilter, withMap: boolean): FirstView | null {
  const [view, setView] = useState(() =>
    area ? areaView(area, window.innerWidth) : regionCode && withMap ? null : countryView(window.innerWidth),
  );
  useEffect(() => {
    if (view || !regionCode) return;
    const country = countryView(window.innerWidth);
    import('../features/map/region-centre.ts')
      .then(({ findCentre }) => findCentre(regionCode))
      .then(
        (centre) => setView(centre ? regionView(regionCode, centre, window.innerWidth) : country),
        () => setView(country),
      );
  }, [view, regionCode]);
  return view;
}
