import { LoadFailure, usePages } from '@lapor/staff';
import { Anchor, EmptyState, LoadMore, searchIcon, Skeleton } from '@lapor/ui';
import { useMemo } from 'react';
import { useText } from '../app/use-text.ts';
import { OrganisationListDocument } from './organisations.graphql.ts';

const PAGE_SIZE = 30;
const CHANGED_BY = ['Organisation'];

/** Organisations whose name, acronym or region answers to the words. */
export function FoundOrganisations({ search, selectedId }: { search: string; selectedId: string | null }) {
  const t = useText();
  const list = usePages({
    query: OrganisationListDocument,
    variables: useMemo(() => ({ filter: { search }, first: PAGE_SIZE }), [search]),
    page: (data) => data.organisations,
    typenames: CHANGED_BY,
  });
  if (list.error && !list.nodes)
    return <LoadFailure error={list.error} title={t('organisations.failed')} onRetry={list.reload} />;
  if (!list.nodes) return <Skeleton label={t('page.loading')} lines={6} />;
  if (list.nodes.length === 0)
    return (
      <EmptyState icon={searchIcon} title={t('organisations.noMatch', { words: search })}>
        {t('organisations.noMatchHint')}
      </EmptyState>
    );
  return (
    <>
      <div className="panel queue">
        {list.nodes.map(({ id, name, ancestors, isConnected }) => (
          <Anchor
            key={id}
            href={`/organisasi/${id}?cari=${encodeURIComponent(search)}`}
            aria-current={id === selectedId ? 'true' : undefined}
          >
            <b>{name}</b>
            <small>
              <span>{ancestors.map((ancestor) => ancestor.name).join(' › ')}</span>
              <span>{isConnected ? '' : t('organisation.notConnected')}</span>
            </small>
          </Anchor>
        ))}
      </div>
      <LoadMore
        shown={t('organisations.shown', { count: list.nodes.length })}
        hasMore={list.hasMore}
        busy={list.loadingMore}
        onMore={list.loadMore}
      >
        {t('organisations.more')}
      </LoadMore>
    </>
  );
}
