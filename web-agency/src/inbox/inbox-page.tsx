import {
  LoadFailure,
  NewcomersBar,
  StaleNotice,
  TableButton,
  rememberTrail,
  ReportSearch,
  usePages,
  usePageTitle,
  useSession,
} from '@lapor/staff';
import { Button, EmptyState, FilterButton, LoadMore, NotFoundState, Skeleton } from '@lapor/ui';
import { useEffect, useMemo } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useAgencyIdentity } from '../app/identity.ts';
import { useText } from '../app/use-text.ts';
import { bucketOf, hrefOf, type Bucket } from './buckets.ts';
import { groupByUrgency } from './group-by-urgency.ts';
import { InboxDocument } from './inbox.graphql.ts';
import { InboxTable } from './inbox-table.tsx';
import { useDeskLeases } from './use-desk-leases.ts';
import { useInboxNews } from './use-inbox-news.ts';
import type { Counters } from './use-inbox-counters.ts';

const PAGE_SIZE = 50;
const CHANGED_BY = ['Report'];

/** One box of reports, by what is due first. Box and search stand in the address. */
export function InboxPage({ counters }: { counters: Counters | undefined }) {
  const t = useText();
  const bucket = bucketOf(useParams()['bucket'] ?? '');
  const [query] = useSearchParams();
  if (!bucket)
    return (
      <NotFoundState page title={t('page.notFound')}>
        {t('page.notFoundHint')}
      </NotFoundState>
    );
  return <Box bucket={bucket} search={query.get('cari') ?? ''} counters={counters} />;
}

function Box({
  bucket,
  search,
  counters,
}: {
  bucket: Bucket;
  search: string;
  counters: Counters | undefined;
}) {
  const t = useText();
  const go = useNavigate();
  const console = useAgencyIdentity();
  const { workplace } = useSession();
  const title = t(`bucket.${bucket}`);
  const count = countOf(counters, bucket);

  const list = usePages({
    query: InboxDocument,
    variables: useMemo(
      () => ({ bucket, organisationId: workplace.organisation.id, search: search || null, first: PAGE_SIZE }),
      [bucket, workplace.organisation.id, search],
    ),
    page: (data) => data.inbox,
    typenames: CHANGED_BY,
  });
  const table = { list: 'INBOX', bucket, organisationId: workplace.organisation.id, search: search || null };
  const news = useInboxNews(
    { bucket, organisationId: workplace.organisation.id, search: search || null },
    list.nodes,
  );
  const heldBy = useDeskLeases(bucket === 'TO_VERIFY');
  const groups = useMemo(() => groupByUrgency(list.nodes ?? []), [list.nodes]);

  usePageTitle(count === undefined ? title : `${title} (${count})`, console.label);
  useEffect(() => {
    if (!list.nodes) return;
    const numbers = groups.flatMap(({ rows }) => rows.map(({ number }) => number));
    rememberTrail({ href: hrefOf(bucket, search), label: title, numbers });
  }, [groups, list.nodes, bucket, search, title]);

  return (
    <>
      <div className="row row--between">
        <div>
          <h1>{title}</h1>
          <p className="caption">{t(`bucket.${bucket}.about`)}</p>
        </div>
        {search && (
          <FilterButton active removeLabel={t('search.remove')} onClick={() => void go(hrefOf(bucket))}>
            {t('search.active', { words: search })}
          </FilterButton>
        )}
      </div>
      <div className="only-below-desk">
        <ReportSearch
          value={search}
          placeholder={t('search.placeholder')}
          onNumber={(number) => void go(`/laporan/${number}`)}
          onWords={(words) => void go(hrefOf(bucket, words))}
        />
      </div>
      <NewcomersBar
        count={news.count}
        onShow={() => {
          news.forget();
          list.reload();
        }}
      />
      {!list.nodes && !list.error && (
        <div className="panel">
          <div className="panel__body">
            <Skeleton label={t('inbox.loading')} lines={8} />
          </div>
        </div>
      )}
      {list.nodes && <StaleNotice error={list.error} onRetry={list.reload} />}
      {!list.nodes && list.error && (
        <LoadFailure
          error={list.error}
          title={t('inbox.failed')}
          retrying={list.refreshing}
          onRetry={list.reload}
        />
      )}
      {list.nodes?.length === 0 &&
        (search ? (
          <EmptyState
            title={t('inbox.noMatch', { words: search })}
            action={<Button onClick={() => void go(hrefOf(bucket))}>{t('search.remove')}</Button>}
          >
            {t('inbox.noMatchHint')}
          </EmptyState>
        ) : (
          <EmptyState title={t(`bucket.${bucket}.empty`)}>{t(`bucket.${bucket}.emptyHint`)}</EmptyState>
        ))}
      {list.nodes && list.nodes.length > 0 && (
        <>
          <InboxTable caption={title} groups={groups} complete={!list.hasMore} heldBy={heldBy} />
          <LoadMore
            shown={t('inbox.shown', { count: list.nodes.length })}
            hasMore={list.hasMore}
            busy={list.loadingMore}
            onMore={list.loadMore}
          >
            {t('inbox.more')}
          </LoadMore>
          <p>
            <TableButton name={t('inbox.tableName')} list={table} />
          </p>
        </>
      )}
    </>
  );
}

function countOf(counters: Counters | undefined, bucket: Bucket): number | undefined {
  if (!counters) return undefined;
  return {
    TO_VERIFY: counters.toVerify,
    NEW: counters.new,
    WAITING_FOR_US: counters.waitingForUs,
    WAITING_FOR_CITIZEN: counters.waitingForCitizen,
    OVERDUE: counters.overdue,
    DONE: counters.done,
  }[bucket];
}
