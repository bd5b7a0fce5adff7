import { Button, EmptyState, LoadMore, shieldIcon, Skeleton } from '@lapor/ui';
import type { ReactNode } from 'react';
import { useText } from '../language/use-text.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { StaleNotice } from '../loading/stale-notice.tsx';
import type { Pages } from '../loading/use-pages.ts';

interface LogListProps<Node> {
  list: Pages<Node>;
  filtered: boolean;
  onClear: () => void;
  children: (entries: readonly Node[]) => ReactNode;
}

/** The states of a log: on its way, failed, empty, there with more to come. */
export function LogList<Node>({ list, filtered, onClear, children }: LogListProps<Node>) {
  const t = useText();
  if (!list.nodes && list.error)
    return (
      <LoadFailure
        error={list.error}
        title={t('audit.failed')}
        retrying={list.refreshing}
        onRetry={list.reload}
      />
    );
  if (!list.nodes) return <Skeleton label={t('page.loading')} lines={8} />;
  if (list.nodes.length === 0)
    return (
      <EmptyState
        icon={shieldIcon}
        title={t(filtered ? 'audit.noMatch' : 'audit.empty')}
        action={filtered && <Button onClick={onClear}>{t('filter.removeAll')}</Button>}
      >
        {t(filtered ? 'audit.noMatchHint' : 'audit.emptyHint')}
      </EmptyState>
    );
  return (
    <>
      <StaleNotice error={list.error} onRetry={list.reload} />
      {children(list.nodes)}
      <LoadMore
        shown={t('audit.shown', { count: list.nodes.length })}
        hasMore={list.hasMore}
        busy={list.loadingMore}
        onMore={list.loadMore}
      >
        {t('list.more')}
      </LoadMore>
    </>
  );
}
