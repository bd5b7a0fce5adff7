import { LoadMore, Panel, Skeleton } from '@lapor/ui';
import type { ReactNode } from 'react';
import { useText } from '../language/use-text.ts';
import { LoadFailure } from './load-failure.tsx';
import { StaleNotice } from './stale-notice.tsx';
import type { Pages } from './use-pages.ts';

export interface PagedListProps<Row> {
  list: Pages<Row>;
  /** Rows to show where they are not all that were loaded. */
  rows?: readonly Row[] | undefined;
  /** Title for a list that could not be loaded. */
  failed: string;
  /** Instead of no rows. */
  empty: ReactNode;
  /** "20 laporan ditampilkan". */
  shown: (count: number) => string;
  /** The rows are a table in a panel; else they bring their own box. */
  table?: boolean;
  /** Lines of the skeleton. */
  lines?: number;
  children: (rows: readonly Row[]) => ReactNode;
}

/** Every state of a list that is read page by page: on its way, failed, out of date, empty, there with more to come. */
export function PagedList<Row>(props: PagedListProps<Row>) {
  const { list, rows = list.nodes, failed, empty, shown, table, lines = 6, children } = props;
  const t = useText();
  if (!rows && list.error)
    return <LoadFailure error={list.error} title={failed} retrying={list.refreshing} onRetry={list.reload} />;
  if (!rows) {
    const skeleton = <Skeleton label={t('page.loading')} lines={lines} />;
    return table ? <Panel>{skeleton}</Panel> : skeleton;
  }
  return (
    <>
      <StaleNotice error={list.error} onRetry={list.reload} />
      {rows.length === 0 ? (
        empty
      ) : (
        <>
          {table ? <Panel flush>{children(rows)}</Panel> : children(rows)}
          <LoadMore
            shown={shown(rows.length)}
            hasMore={list.hasMore}
            busy={list.loadingMore}
            onMore={list.loadMore}
          >
            {t('list.more')}
          </LoadMore>
        </>
      )}
    </>
  );
}
