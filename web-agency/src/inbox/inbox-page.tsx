import {
  LoadFailure,
  NewcomersBar,
  rememberTrail,
  ReportSearch,
  StaleNotice,
  useChoice,
  useFilters,
  usePages,
  usePageTitle,
  useSession,
} from '@lapor/staff';
import { Button, EmptyState, filterIcon, LinkButton, LoadMore, NotFoundState, Skeleton } from '@lapor/ui';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useAgencyIdentity } from '../app/identity.ts';
import { useText } from '../app/use-text.ts';
import type { BulkKind } from '../bulk/bulk-input.ts';
import { BulkBarOf } from './bulk-bar-of.tsx';
import { bucketOf, hrefOf, type Bucket } from './buckets.ts';
import { countOf } from './count-of.ts';
import { groupByUrgency } from './group-by-urgency.ts';
import { InboxDocument } from './inbox.graphql.ts';
import { FILTER_NAMES, hrefOfFilter, listFilterOf, narrowingOf, type InboxFilter } from './inbox-filter.ts';
import { InboxFilters } from './inbox-filters.tsx';
import { InboxHead } from './inbox-head.tsx';
import { InboxTable } from './inbox-table.tsx';
import type { Row } from './inbox-row.tsx';
import { UnitBoxes } from './unit-boxes.tsx';
import { useDeskLeases } from './use-desk-leases.ts';
import { useInboxNews } from './use-inbox-news.ts';
import type { Counters, KeptFilter } from './use-inbox-counters.ts';
import { useSelection, type Selectable } from './use-selection.ts';
import { useSteadyBelow } from './use-steady-below.ts';
import './inbox.css';

const BulkDialog = lazy(async () => ({ default: (await import('../bulk/bulk-dialog.tsx')).BulkDialog }));

const PAGE_SIZE = 100;
const CHANGED_BY = ['Report'];
const FOLLOWED = 20 * PAGE_SIZE;

interface InboxPageProps {
  counters: Counters | undefined;
  /** The filters that the officer keeps. */
  kept: readonly KeptFilter[];
}

/** One box of reports, by what is due first. Box and filters stand in the address. */
export function InboxPage({ counters, kept }: InboxPageProps) {
  const t = useText();
  const bucket = bucketOf(useParams()['bucket'] ?? '');
  if (!bucket)
    return (
      <NotFoundState page title={t('page.notFound')}>
        {t('page.notFoundHint')}
      </NotFoundState>
    );
  // Another box is another list: nothing stays chosen.
  return <Box key={bucket} bucket={bucket} counters={counters} kept={kept} />;
}

const notNow = () => undefined;

interface Acting {
  kind: BulkKind;
  reports: readonly Selectable[];
}

function Box({ bucket, counters, kept }: InboxPageProps & { bucket: Bucket }) {
  const t = useText();
  const go = useNavigate();
  const console = useAgencyIdentity();
  const { workplace } = useSession();
  const filters = useFilters(FILTER_NAMES);
  const filter: InboxFilter = filters.values;
  const ownId = workplace.organisation.id;
  const title = t(`bucket.${bucket}`);
  const count = countOf(counters, bucket);
  const [density, chooseDensity] = useChoice('inbox-rows', ['rapat', 'lega']);
  const selection = useSelection<Row>();
  const [acting, setActing] = useState<Acting | null>(null);
  /** On a phone, where filters and the export stand folded above the list. */
  const [unfolded, setUnfolded] = useState(false);
  const mayAct = workplace.roles.some((role) => role === 'AGENCY_ADMIN' || role === 'LIAISON_OFFICER');

  const asked = useMemo(
    () => ({
      bucket,
      organisationId: ownId,
      search: filter.cari || null,
      filter: listFilterOf(narrowingOf(bucket, filter)),
    }),
    [bucket, ownId, filter],
  );
  const list = usePages({
    query: InboxDocument,
    variables: useMemo(() => ({ ...asked, first: PAGE_SIZE }), [asked]),
    page: (data) => data.inbox,
    typenames: CHANGED_BY,
  });
  const news = useInboxNews(asked, ownId, list.nodes);
  const newsBox = useRef<HTMLDivElement>(null);
  useSteadyBelow(newsBox, news.count > 0);
  const heldBy = useDeskLeases(bucket === 'TO_VERIFY');
  const groups = useMemo(() => groupByUrgency(list.nodes ?? []), [list.nodes]);
  const href = hrefOfFilter(bucket, filter);

  usePageTitle(count === undefined ? title : `${title} (${count})`, console.label);
  useEffect(() => {
    if (!list.nodes) return;
    const numbers = groups.flatMap(({ rows }) => rows.map(({ number }) => number));
    rememberTrail({ href, label: title, numbers });
  }, [groups, list.nodes, href, title]);

  const act = (kind: BulkKind, row?: Row) => {
    const reports = selection.chosen.length > 0 ? selection.chosen : row ? [row] : [];
    if (reports.length > 0) setActing({ kind, reports });
  };
  return (
    <>
      <InboxHead
        bucket={bucket}
        table={{ list: 'INBOX', ...asked }}
        density={density}
        onDensity={chooseDensity}
        mayRecord={mayAct}
        unfolded={unfolded}
      />
      <div className="only-below-desk inbox-find">
        <ReportSearch
          value={filter.cari}
          placeholder={t('search.placeholder')}
          onNumber={(number) => void go(`/laporan/${number}`)}
          onWords={(words) => filters.set({ cari: words })}
        />
        <Button
          size="small"
          icon={filterIcon}
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {t('inbox.allFilters', { count: filters.count })}
        </Button>
      </div>
      <InboxFilters bucket={bucket} filters={filters} kept={kept} unfolded={unfolded} />
      {filter.unit && <UnitBoxes bucket={bucket} filter={filter} />}
      {mayAct && selection.chosen.length > 0 && (
        <BulkBarOf
          count={selection.chosen.length}
          onAct={(kind) => act(kind)}
          onAll={() => selection.toggleAll(list.nodes ?? [])}
          onClear={selection.clear}
        />
      )}
      <div ref={newsBox}>
        <NewcomersBar
          count={news.count}
          onShow={() => {
            news.forget();
            list.refresh();
          }}
        />
      </div>
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
        (filters.count > 0 ? (
          <EmptyState
            title={filter.cari ? t('inbox.noMatch', { words: filter.cari }) : t('inbox.noneSuch')}
            action={
              <span className="row row--tight">
                {filter.cari && bucket !== 'ALL' && (
                  <LinkButton variant="primary" href={hrefOf('ALL', filter.cari)}>
                    {t('inbox.searchAll')}
                  </LinkButton>
                )}
                <Button onClick={filters.clear}>{t('filter.removeAll')}</Button>
              </span>
            }
          >
            {t(bucket === 'ALL' ? 'inbox.noMatchAllHint' : 'inbox.noMatchHint')}
          </EmptyState>
        ) : (
          <EmptyState title={t(`bucket.${bucket}.empty`)}>{t(`bucket.${bucket}.emptyHint`)}</EmptyState>
        ))}
      {list.nodes && list.nodes.length > 0 && (
        <>
          <InboxTable
            caption={title}
            groups={groups}
            total={filters.count > 0 ? undefined : count}
            complete={!list.hasMore}
            density={density}
            heldBy={heldBy}
            selection={selection}
            selectable={mayAct}
            // What failed is tried again when somebody asks for it.
            onNearEnd={list.error ? notNow : list.loadMore}
            onAnswer={(row) =>
              selection.chosen.length > 0
                ? act('ANSWER_FROM_TEMPLATE')
                : void go(`/laporan/${row.number}#jawab`)
            }
            onDispose={mayAct ? (row) => act('DISPOSE', row) : undefined}
          />
          <LoadMore
            shown={t('inbox.shown', { count: list.nodes.length })}
            hasMore={list.hasMore}
            busy={list.loadingMore}
            onMore={list.loadMore}
          >
            {t('inbox.more')}
          </LoadMore>
        </>
      )}
      {acting && (
        <Suspense fallback={null}>
          <BulkDialog
            kind={acting.kind}
            reports={acting.reports}
            onClose={() => setActing(null)}
            onDone={(left) => {
              selection.keep(left);
              // Of a list of thousands only the last pages hear of changes by themselves.
              if ((list.nodes?.length ?? 0) > FOLLOWED) list.refresh();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
