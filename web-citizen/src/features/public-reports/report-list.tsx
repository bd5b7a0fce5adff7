import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { Button, EmptyState, ErrorState, LinkButton, LoadMore, SkeletonBlock, searchIcon } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { ReportCard } from '../../components/report-card.tsx';
import { isFiltered, type ListFilter } from './list-filter.ts';
import { PublicReportsDocument } from './public-reports.graphql.ts';

interface ReportListProps {
  filter: ListFilter;
  onClear: () => void;
}

/** Pages of the list below one another; `key` it by the filter, so that a new search begins anew. */
export function ReportList({ filter, onClear }: ReportListProps) {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return (
    <ul className="grid-3 list-plain report-list">
      {cursors.map((after, index) => (
        <ListPage
          key={after ?? ''}
          filter={filter}
          after={after}
          last={index === cursors.length - 1}
          shownBefore={index * pageSize}
          onMore={(cursor) => setCursors([...cursors, cursor])}
          onClear={onClear}
        />
      ))}
    </ul>
  );
}

const pageSize = 12;

interface ListPageProps extends ReportListProps {
  after: string | null;
  last: boolean;
  shownBefore: number;
  onMore: (cursor: string) => void;
}

function ListPage({ filter, after, last, shownBefore, onMore, onClear }: ListPageProps) {
  const t = useT();
  const [{ data, error, fetching }, again] = useQuery({
    query: PublicReportsDocument,
    variables: {
      after,
      filter: {
        search: filter.search || null,
        states: filter.state ? [filter.state] : null,
        categoryId: filter.categoryId,
        regionCode: filter.regionCode,
      },
    },
  });
  const first = useRef<HTMLLIElement>(null);
  // A further page takes the focus that its button had.
  const arrived = after !== null && data !== undefined;
  useEffect(() => {
    if (arrived) first.current?.querySelector('a')?.focus();
  }, [arrived]);

  if (data) {
    const { edges, pageInfo } = data.publicReports;
    if (edges.length === 0 && after === null) {
      return (
        <li className="span-all">
          {isFiltered(filter) ? (
            <EmptyState
              icon={searchIcon}
              title={t('list.nothingFound')}
              action={<Button onClick={onClear}>{t('list.clear')}</Button>}
            >
              {t('list.nothingFoundText')}
            </EmptyState>
          ) : (
            <EmptyState
              title={t('home.noReports')}
              action={<LinkButton href="/lapor">{t('home.file')}</LinkButton>}
            >
              {t('home.noReportsText')}
            </EmptyState>
          )}
        </li>
      );
    }
    return (
      <>
        {edges.map(({ node }, index) => (
          <li key={node.id} ref={index === 0 ? first : undefined}>
            <ReportCard report={node} />
          </li>
        ))}
        {last && (
          <li key="more" className="span-all">
            <LoadMore
              shown={t('list.shown', { count: shownBefore + edges.length })}
              hasMore={pageInfo.hasNextPage && pageInfo.endCursor !== null}
              busy={false}
              onMore={() => pageInfo.endCursor !== null && onMore(pageInfo.endCursor)}
            >
              {t('list.more')}
            </LoadMore>
          </li>
        )}
      </>
    );
  }
  return (
    <li key="waiting" className="span-all">
      {error && !fetching ? (
        <ErrorState
          title={t('home.listFailed')}
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
