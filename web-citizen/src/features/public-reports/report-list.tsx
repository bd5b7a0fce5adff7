import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { Button, EmptyState, ErrorState, LinkButton, LoadMore, SkeletonBlock, searchIcon } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { ReportCard } from '../../components/report-card.tsx';
import { readFragment, type ResultOf } from '../../graphql.ts';
import { ReportCardFragment } from '../../components/report-card.graphql.ts';
import { addressOf, cleared, isFiltered, orderOf, toGraphFilter, type ListFilter } from './list-filter.ts';
import { keepPlace, type ListPlace } from './list-place.ts';
import { MorePublicReportsDocument } from './look-around.graphql.ts';

export type ReportsPage = ResultOf<typeof MorePublicReportsDocument>['publicReports'];

interface ReportListProps {
  filter: ListFilter;
  /** The first page came with everything else. */
  first: ReportsPage;
  /** Where the reader was before opening a report. */
  place: ListPlace | null;
  onChange: (filter: ListFilter) => void;
}

/** Pages of the list below one another; `key` it by the filter, so that a new search begins anew. */
export function ReportList({ filter, first, place, onChange }: ReportListProps) {
  const [cursors, setCursors] = useState<readonly string[]>(place?.cursors ?? []);
  // Only who asks for more is taken to it; who comes back is taken to the report that was opened.
  const [asked, setAsked] = useState(false);
  const isLast = (index: number) => index === cursors.length;
  const list = useRef<HTMLUListElement>(null);
  const waitingFor = useRef(place?.number ?? null);
  const found = () => {
    const link = waitingFor.current && list.current?.querySelector<HTMLElement>(linkTo(waitingFor.current));
    if (!link) return;
    waitingFor.current = null;
    // After the page has taken the focus to its top.
    requestAnimationFrame(() => {
      link.focus({ preventScroll: true });
      link.scrollIntoView({ block: 'center' });
    });
  };
  useEffect(found);

  if (first.edges.length === 0) return <NothingFound filter={filter} onChange={onChange} />;
  const more = (page: ReportsPage) => () => {
    if (page.pageInfo.endCursor === null) return;
    setAsked(true);
    setCursors([...cursors, page.pageInfo.endCursor]);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- notes which link was followed; the links themselves are operated
    <ul
      ref={list}
      className="grid-3 list-plain report-list"
      onClick={(event) => {
        const number = /^\/laporan\/(\d+)/.exec(
          (event.target as Element).closest('a')?.getAttribute('href') ?? '',
        )?.[1];
        if (number) keepPlace({ address: addressOf(filter), cursors, number });
      }}
    >
      <Cards page={first} isLast={isLast(0)} shown={first.edges.length} onMore={more(first)} />
      {cursors.map((after, index) => (
        <LaterPage
          key={after}
          filter={filter}
          after={after}
          isLast={isLast(index + 1)}
          takesFocus={asked && isLast(index + 1)}
          shownBefore={first.edges.length * (index + 1)}
          onArrived={found}
          onMore={more}
        />
      ))}
    </ul>
  );
}

const linkTo = (number: string) => `a[href="/laporan/${CSS.escape(number)}"]`;

interface CardsProps {
  page: ReportsPage;
  isLast: boolean;
  shown: number;
  onMore: () => void;
}

function Cards({ page: { edges, pageInfo }, isLast, shown, onMore }: CardsProps) {
  const t = useT();
  return (
    <>
      {edges.map(({ node }) => (
        <li key={node.id}>
          <ReportCard report={node} />
        </li>
      ))}
      {isLast && (
        <li key="more" className="span-all">
          <LoadMore
            shown={t('list.shown', { count: shown })}
            hasMore={pageInfo.hasNextPage && pageInfo.endCursor !== null}
            busy={false}
            onMore={onMore}
          >
            {t('list.more')}
          </LoadMore>
        </li>
      )}
    </>
  );
}

interface LaterPageProps {
  filter: ListFilter;
  after: string;
  isLast: boolean;
  /** A further page takes the focus that its button had. */
  takesFocus: boolean;
  shownBefore: number;
  onArrived: () => void;
  onMore: (page: ReportsPage) => () => void;
}

function LaterPage({ filter, after, isLast, takesFocus, shownBefore, onArrived, onMore }: LaterPageProps) {
  const t = useT();
  const [{ data, error, fetching }, again] = useQuery({
    query: MorePublicReportsDocument,
    variables: { after, filter: toGraphFilter(filter), sort: orderOf(filter) },
  });
  const firstNode = data?.publicReports.edges[0]?.node;
  const firstNumber = firstNode && readFragment(ReportCardFragment, firstNode).number;
  useEffect(() => {
    if (!firstNumber) return;
    if (takesFocus) document.querySelector<HTMLElement>(linkTo(firstNumber))?.focus();
    else onArrived();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the page has arrived
  }, [firstNumber]);
  if (data)
    return (
      <Cards
        page={data.publicReports}
        isLast={isLast}
        shown={shownBefore + data.publicReports.edges.length}
        onMore={onMore(data.publicReports)}
      />
    );
  return (
    <li className="span-all">
      {error && !fetching ? (
        <ErrorState
          title={t('list.moreFailed')}
          retryLabel={t('common.retry')}
          onRetry={() => again({ requestPolicy: 'network-only' })}
        >
          {t('common.checkNetwork')}
        </ErrorState>
      ) : (
        <SkeletonBlock label={t('common.loading')} count={3} />
      )}
    </li>
  );
}

/** Says what may help: fewer words, a wider place, a longer period – only what is really set. */
function NothingFound({ filter, onChange }: Pick<ReportListProps, 'filter' | 'onChange'>) {
  const t = useT();
  if (!isFiltered(filter)) {
    return (
      <EmptyState
        title={t('below.noReports')}
        action={<LinkButton href="/lapor">{t('home.file')}</LinkButton>}
      >
        {t('below.noReportsText')}
      </EmptyState>
    );
  }
  const tips = [
    filter.search && t('list.tip.words'),
    (filter.regionCode || filter.area) && t('list.tip.place'),
    (filter.from || filter.until) && t('list.tip.period'),
    (filter.state || filter.kind || filter.categoryId || filter.organisationId) && t('list.tip.fewer'),
  ].filter(Boolean);
  return (
    <EmptyState
      icon={searchIcon}
      title={t('list.nothingFound')}
      action={
        <div className="row">
          <Button onClick={() => onChange(cleared(filter))}>{t('list.clear')}</Button>
          <LinkButton variant="quiet" href="/lapor">
            {t('list.fileInstead')}
          </LinkButton>
        </div>
      }
    >
      {tips.join(' ')}
    </EmptyState>
  );
}
